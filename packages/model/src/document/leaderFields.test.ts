import { expect, test } from 'vitest'
import { shapeKinds } from '../records/recordKinds.ts'
import { isForLeaders, leaderFactsOf, leaderFields, leaderFieldsOf } from './leaderFields.ts'

type Fields = Readonly<Record<string, unknown>>
const read =
  (fields: Fields): ((name: string) => unknown) =>
  (name) =>
    fields[name]
const facts = (fields: Fields): string | null => leaderFactsOf(read(fields))
const idea = { type: 'idea', title: 'Bel terug', owner: 'Anna', status: 'agreed' }

test('[LD1] every field that is for who leads is a field of its kind', () => {
  for (const type of ['idea', 'card', 'journey', 'phase'] as const) {
    expect(Object.keys(shapeKinds[type].defaults)).toEqual(expect.arrayContaining([...leaderFields[type]]))
  }
  expect([leaderFieldsOf('touchpoint'), leaderFieldsOf('hologram'), leaderFieldsOf('constructor')]).toEqual([
    [],
    [],
    [],
  ])
})

test('[LD1] a change of such a field is for who leads; of any other it is free', () => {
  const before = facts(idea)
  expect(isForLeaders(before, null, read({ ...idea, title: 'Bel snel terug', effort: 2 }))).toBe(false)
  for (const change of [
    { owner: 'Ben' },
    { owner: '' },
    { status: 'done' },
    { mergedInto: 'shape:x' },
    { type: 'card' },
  ]) {
    expect([change, isForLeaders(before, null, read({ ...idea, ...change }))]).toEqual([change, true])
  }
  expect(isForLeaders(before, null, read({ ...idea, type: 'note' }))).toBe(true)
  expect(isForLeaders(null, null, read({ type: 'note' }))).toBe(false)
})

test('[LD1] a new idea says nothing of who and when; a map is made by everybody as it is', () => {
  expect(isForLeaders(null, null, read({ type: 'idea', title: 'Bel terug' }))).toBe(false)
  expect(isForLeaders(null, null, read(idea))).toBe(true)
  expect(isForLeaders(null, null, read({ type: 'journey', kind: 'ideal', personaIds: ['shape:p'] }))).toBe(false)
})

test('[LD1] taking away is free, and so is bringing back as it was', () => {
  expect(isForLeaders(facts(idea), null, null)).toBe(false)
  expect(isForLeaders(null, facts(idea), read(idea))).toBe(false)
  expect(isForLeaders(null, facts(idea), read({ ...idea, owner: 'Ben' }))).toBe(true)
})
