import type { TLStore } from 'tldraw'
import type { SharedRecord } from './tldrawRecord.ts'

/** Why tldraw's store would not take this record: names of fields; null = it would. */
export function refusalOf(store: TLStore, record: SharedRecord): readonly string[] | null {
  try {
    store.schema.types[record.typeName].validate(record)
    return null
  } catch (error) {
    const path: unknown = typeof error === 'object' && error !== null && 'path' in error ? error.path : []
    // `['shape', '(type = card)', 'props', 'kind']`: the field is what is left without the canvas's own words.
    const names = Array.isArray(path) ? path.filter((part) => typeof part === 'string' && !part.startsWith('(')) : []
    return [names.filter((name) => name !== record.typeName && name !== 'props').join('.')]
  }
}
