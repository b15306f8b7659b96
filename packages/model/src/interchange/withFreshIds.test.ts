import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import rietJson from '../../demo/demo-riet.json' with { type: 'json' }
import { FIRST_PAGE_ID } from '../document/seed.ts'
import { ParticipantId } from '../ids/participantId.ts'
import { ShapeId } from '../ids/recordId.ts'
import { shapeEnvelopeKeys } from '../records/envelope.ts'
import { shapeKinds } from '../records/recordKinds.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { randomBoard } from '../testing/randomBoard.ts'
import { contentOfDemo } from './demoContent.ts'
import { Demo } from './demoSchema.ts'
import { participantReferences, shapeReferences } from './referenceFields.ts'
import { withFreshIds } from './withFreshIds.ts'
import { withPeople } from './withPeople.ts'

const riet = contentOfDemo(Demo.parse(rietJson))
const seeds = Array.from({ length: 20 }, (_, at) => at + 1)

function counter(): () => string {
  let count = 0
  return () => `new${++count}`
}

test('[IX12] ids that are free stay as they are', () => {
  expect(withFreshIds(riet, new Set(['shape:other']), counter())).toEqual(riet)
})

test.each(seeds)('[IX12] taken ids are new everywhere, and the board is the same but for names (seed %i)', (seed) => {
  const random = new RandomSource(seed)
  const content = { records: randomBoard(random, 60), rounds: [], votes: [] }
  const taken = new Set<string>(random.some(content.records, 50).map(({ id }) => id))
  const fresh = withFreshIds(content, taken, counter())
  expect(fresh.records.filter(({ id }) => id !== FIRST_PAGE_ID && taken.has(id))).toEqual([])
  expect(new Set(fresh.records.map(({ id }) => id)).size).toBe(content.records.length)
  // Undoing the renaming by its own list of names, in the text of the whole board, gives the board back.
  const names = content.records.map(({ id }, at): [string, string] => [String(fresh.records[at]?.id), id])
  const back = names.reduce((text, [now, before]) => text.replaceAll(`"${now}"`, `"${before}"`), JSON.stringify(fresh))
  expect(JSON.parse(back)).toEqual(content)
})

test('[IX12] votes follow the ideas they lie on, and a taken round gets a name of its own', () => {
  const taken = new Set<string>(['shape:i1', 'demo-ideas'])
  const fresh = withFreshIds(riet, taken, counter())
  const idea = fresh.records.find((record) => record.type === 'idea' && record.title.startsWith('Bel eerst'))
  expect(idea?.id).toMatch(/^shape:new\d+$/)
  expect(fresh.rounds.map(({ id }) => id)).toEqual([expect.stringMatching(/^new\d+$/)])
  expect(new Set(fresh.votes.map(({ roundId }) => roundId))).toEqual(new Set(fresh.rounds.map(({ id }) => id)))
  const dots = (votes: typeof riet.votes, id: unknown): number =>
    votes.filter(({ targetId }) => targetId === id).reduce((sum, { count }) => sum + count, 0)
  expect(dots(fresh.votes, idea?.id)).toBe(dots(riet.votes, 'shape:i1'))
})

test('[IX12] a link to something gone does not come to life on a stranger of the same id', () => {
  const records = riet.records.filter(({ id }) => id !== 'shape:a-kcc')
  const fresh = withFreshIds({ ...riet, records }, new Set(['shape:a-kcc']), counter())
  expect(JSON.stringify(fresh)).not.toContain('"shape:a-kcc"')
})

test('[IX12] a source of ids that gives only taken ones is an error, not an endless search', () => {
  expect(() => withFreshIds(riet, new Set(['shape:i1']), () => 'i1')).toThrow('No free id')
})

test('[IX12] people of the records can be given their ids of the new room', () => {
  const [before, after] = [ParticipantId.parse('pa_before'), ParticipantId.parse('pa_after')]
  const records = randomBoard(new RandomSource(1), 60).map((record) =>
    record.type === 'curve' ? { ...record, authorId: before } : record,
  )
  const renamed = withPeople(records, new Map([[before, after]]))
  expect(JSON.stringify(renamed)).toBe(JSON.stringify(records).replaceAll('pa_before', 'pa_after'))
  expect(JSON.stringify(renamed)).toContain('pa_after')
})

describe('[IX13] the table of references knows every field of every kind', () => {
  test.each([
    ['shapes', ShapeId, shapeReferences],
    ['people', ParticipantId, participantReferences],
  ] as const)('that names %s', (_what, id, table) => {
    for (const [type, { schema }] of Object.entries(shapeKinds)) {
      const fields = Object.entries(schema.shape).filter(([name]) => !shapeEnvelopeKeys.includes(name))
      const naming = fields.filter(([, field]) => mentions(field, id)).map(([name]) => name)
      const known = Object.entries<object>(table).flatMap(([kind, names]) => (kind === type ? Object.keys(names) : []))
      expect([type, ...known.sort()]).toEqual([type, ...naming.sort()])
    }
  })
})

/** Whether a schema holds the id's schema, however deep. */
function mentions(schema: unknown, id: z.ZodType): boolean {
  if (schema === id) return true
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return mentions(schema.unwrap(), id)
  if (schema instanceof z.ZodArray) return mentions(schema.element, id)
  if (schema instanceof z.ZodRecord) return mentions(schema.keyType, id) || mentions(schema.valueType, id)
  if (schema instanceof z.ZodObject) return Object.values(schema.shape).some((field) => mentions(field, id))
  if (schema instanceof z.ZodUnion) return schema.options.some((option) => mentions(option, id))
  if (schema instanceof z.ZodTuple) return schema.def.items.some((item) => mentions(item, id))
  return false
}
