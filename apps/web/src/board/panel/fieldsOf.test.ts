import { leaderFieldsOf } from '@samenreis/model/document/leaderFields'
import { domainKinds, isDomainType, type DomainType } from '@samenreis/model/records/recordKinds'
import { describe, expect, test } from 'vitest'
import { english } from '../../i18n/english.ts'
import { dutch } from '../../i18n/dutch.ts'
import { panelOf } from './fieldsOf.ts'

const types = Object.keys(domainKinds).filter(isDomainType)

/** Whether the texts have a word under this path. */
function hasWord(texts: unknown, path: readonly string[]): boolean {
  const found = path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    texts,
  )
  return typeof found === 'string' && found !== ''
}

describe.each(types)('panel of %s', (type: DomainType) => {
  const definition = panelOf(type)
  const shown: string[] = definition.fields.map(({ name }) => name)

  test('every field of the record is shown once, or left out for a reason', () => {
    const left = Object.keys(definition.notShown)
    expect([...shown, ...left].sort()).toEqual(Object.keys(domainKinds[type].defaults).sort())
    for (const reason of Object.values(definition.notShown)) expect(reason).not.toBe('')
  })

  test('[LD21] what the server takes from who leads alone is hers in the panel, and little else', () => {
    // Typed on the canvas by everybody; locks have a rule of their own.
    const more = ['journey.title', 'phase.title', 'journey.locked']
    const hers = definition.fields
      .filter(({ facilitatorOnly }) => facilitatorOnly === true)
      .map(({ name }): string => name)
    const enforced = leaderFieldsOf(type).filter((name) => shown.includes(name))
    expect(hers.filter((name) => !more.includes(`${type}.${name}`)).sort()).toEqual([...enforced].sort())
  })

  test('a typed text is a text field of the record, and every text field is typed', () => {
    const typed = definition.fields.filter(({ control }) => control === 'text' || control === 'deadline')
    expect(typed.map(({ name }): string => name).sort()).toEqual(Object.keys(domainKinds[type].texts).sort())
  })

  test('a choice offers only values that the record accepts', () => {
    const { schema } = domainKinds[type]
    const judge = (name: string, value: unknown): boolean => {
      const field = (schema.shape as Record<string, { safeParse(value: unknown): { success: boolean } }>)[name]
      return field?.safeParse(value).success ?? false
    }
    for (const field of definition.fields) {
      if (field.control === 'choice') {
        for (const value of field.values) expect(judge(field.name, value), `${field.name} ${value}`).toBe(true)
        if (field.clearable) expect(judge(field.name, null), `${field.name} empty`).toBe(true)
        for (const value of field.first ?? []) expect(field.values).toContain(value)
      }
      if (field.control === 'choices') expect(judge(field.name, field.values)).toBe(true)
    }
  })

  test.each([
    ['nl', dutch],
    ['en', english],
  ])('every label and value has a word in %s', (_language, texts) => {
    expect(hasWord(texts, ['kinds', 'shape', type]), type).toBe(true)
    for (const field of definition.fields) {
      expect(hasWord(texts, ['panel', 'fields', type, field.name]), `${type}.${field.name}`).toBe(true)
      if (field.control !== 'choice' && field.control !== 'choices') continue
      for (const value of field.values)
        expect(hasWord(texts, ['kinds', field.words, String(value)]), `${field.words}.${value}`).toBe(true)
    }
  })
})
