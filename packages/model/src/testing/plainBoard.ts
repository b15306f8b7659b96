import { judgeRecord } from '../document/read.ts'
import { FIRST_PAGE_ID } from '../document/seed.ts'
import { ShapeId } from '../ids/recordId.ts'
import type { BoardRecord } from '../records/recordKinds.ts'

/** Fields of a shape that a test is about; the rest is what a new one has. */
export type PlainShape = { readonly type: string } & Readonly<Record<string, unknown>>

/** The id of a shape, without its class: `t1` -> `shape:t1`. */
export function id(unique: string): ShapeId {
  return ShapeId.parse(`shape:${unique}`)
}

/** Several ids, parted by spaces. */
export function ids(unique: string): ShapeId[] {
  return unique.split(' ').filter(Boolean).map(id)
}

/** The unique parts of ids, parted by spaces: what a test can be read by. */
export function named(of: readonly ShapeId[]): string {
  return of.map((each) => each.slice('shape:'.length)).join(' ')
}

/**
 * One record, on the first page and at its corner unless it says otherwise.
 *
 * @throws Error when it does not hold to its schema
 */
export function record(recordId: string, fields: PlainShape): BoardRecord {
  const place = recordId.startsWith('shape:')
    ? { parentId: FIRST_PAGE_ID, index: 'a1', geometry: [0, 0, 0, 200, 100] }
    : {}
  const read = judgeRecord(recordId, { ...place, ...fields })
  if (!read.ok) throw new Error(`${recordId}: ${read.quarantined.fields.join()}`)
  return read.record
}

/** A board of shapes under their unique ids, and of links `from>to`, which become `belongs_to`. */
export function plainBoard(shapes: Readonly<Record<string, PlainShape>>, links: readonly string[] = []): BoardRecord[] {
  return [
    record(FIRST_PAGE_ID, { type: 'page', name: '', index: 'a1' }),
    ...Object.entries(shapes).map(([unique, fields]) => record(id(unique), fields)),
    ...links.map((link) => {
      const [fromId, toId] = link.split('>').map((unique) => `shape:${unique}`)
      return record(`binding:${link.replace('>', '-')}`, { type: 'belongs_to', fromId, toId })
    }),
  ]
}

/**
 * A journey `j` of two phases, `j-p1` and `j-p2`, 400 wide each, with steps of these names: those of the first list 200 apart
 * in the first phase, and so on.
 *
 * @param fields of the steps, by name
 */
export function plainJourney(
  j: string,
  steps: readonly [string, string],
  fields: Readonly<Record<string, object>> = {},
  journey: object = {},
): Record<string, PlainShape> {
  const parentId = id(j)
  const keys = ['first_contact', 'feedback']
  const columns = [0, 1].map((at): [string, PlainShape] => [
    `${j}-p${at + 1}`,
    { type: 'phase', parentId, key: keys[at], order: at, geometry: [at * 400, 0, 0, 400, 48] },
  ])
  const cards = steps.flatMap((names, column) =>
    names
      .split(' ')
      .filter(Boolean)
      .map((name, at): [string, PlainShape] => {
        const geometry = [column * 400 + at * 100, 60, 0, 100, 100]
        return [name, { type: 'touchpoint', parentId, geometry, ...fields[name] }]
      }),
  )
  return Object.fromEntries([
    [j, { type: 'journey', geometry: [0, 0, 0, 800, 900], ...journey }],
    ...columns,
    ...cards,
  ]) as Record<string, PlainShape>
}
