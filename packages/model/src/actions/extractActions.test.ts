import fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgeRecord } from '../document/read.ts'
import { FIRST_PAGE_ID } from '../document/seed.ts'
import { ParticipantId } from '../ids/participantId.ts'
import type { RecordId } from '../ids/recordId.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { randomBoard } from '../testing/randomBoard.ts'
import { BoardIndex } from '../journey/BoardIndex.ts'
import { findCandidates } from './Candidate.ts'
import { extractActions } from './extractActions.ts'
import { shapeId } from './examples/exampleInput.ts'
import type { ExtractionInput } from './improvementAction.ts'

/** So few that everything points at everything: cycles of parents and merges, arrows to what is gone, one shape's two roles. */
const someId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
const maybeId = fc.option(someId.map(shapeId))
const words = fc.constantFrom('', '  ', 'Bel terug', 'Bel de inwoner terug', 'Bel 06-12345678', '?', 'x'.repeat(130))
const pixels = fc.integer({ min: -3, max: 12 }).map((n) => n * 100)
const types = [
  'idea',
  'idea',
  'card',
  'note',
  'journey',
  'phase',
  'touchpoint',
  'pain-point',
  'frame',
  'group',
  'actor',
]

const shapeFields = fc.record({
  type: fc.constantFrom(...types, 'matrix', 'persona', 'arrow'),
  parentId: fc.oneof(fc.constant<string>(FIRST_PAGE_ID), someId.map(shapeId), fc.constant('page:gone')),
  geometry: fc.tuple(pixels, pixels, fc.constantFrom(0, 0, 1), pixels.map(Math.abs), pixels.map(Math.abs)),
  texts: fc.tuple(words, words, fc.constantFrom('', 'eind mei', 'ooit'), fc.constantFrom('', 'Riet', 'Riet en Omar')),
  mergedInto: maybeId,
  organisationId: maybeId,
  who: fc.option(fc.constantFrom('pa_1', 'pa_2', 'pa_9')),
  kind: fc.constantFrom('quote', 'consequence', 'need'),
  promoted: fc.boolean(),
  ids: fc.array(someId.map(shapeId), { maxLength: 3 }),
  score: fc.option(fc.integer({ min: 1, max: 5 })),
})

const link = fc.record({
  from: someId,
  to: someId,
  as: fc.constantFrom('belongs_to', 'start', 'end'),
})

function recordsOf(shapes: Iterable<readonly [string, unknown]>): Map<RecordId, BoardRecord> {
  const records = new Map<RecordId, BoardRecord>()
  for (const [id, fields] of shapes) {
    const read = judgeRecord(id, fields as Record<string, unknown>)
    if (!read.ok) throw new Error(`${id}: ${read.quarantined.fields.join()}`)
    records.set(read.record.id, read.record)
  }
  return records
}

/** A small board on which every reference may be wrong. */
const tangle: fc.Arbitrary<Map<RecordId, BoardRecord>> = fc
  .record({
    shapes: fc.dictionary(someId, shapeFields, { maxKeys: 8 }),
    links: fc.array(link, { maxLength: 16 }),
    hasPage: fc.boolean(),
  })
  .map(({ shapes, links, hasPage }) =>
    recordsOf([
      ...(hasPage ? [[FIRST_PAGE_ID, { type: 'page', name: '', index: 'a1' }] as const] : []),
      ...Object.entries(shapes).map(([id, shape]) => [shapeId(id), storedFields(shape)] as const),
      ...links.map(({ from, to, as }, i) => {
        const ends = { fromId: shapeId(from), toId: shapeId(to) }
        const hold = as === 'belongs_to' ? { type: 'belongs_to' } : { type: 'arrow', terminal: as }
        return [`binding:${i}`, { ...ends, ...hold }] as const
      }),
    ]),
  )

type Stored = typeof shapeFields extends fc.Arbitrary<infer Fields> ? Fields : never

function storedFields({
  type,
  parentId,
  geometry,
  texts,
  who,
  ids,
  score,
  ...fields
}: Stored): Record<string, unknown> {
  const [title, description, deadline, owner] = texts
  const envelope = { type, parentId, geometry, index: 'a1' }
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: title }] }
  if (type === 'journey') return { ...envelope, title, personaIds: ids }
  if (type === 'touchpoint') return { ...envelope, title, actorIds: ids }
  if (type === 'note') return { ...envelope, richText: { type: 'doc', content: [paragraph] } }
  if (type === 'card') {
    const { kind, promoted, organisationId } = fields
    return {
      ...envelope,
      kind,
      promoted,
      organisationId,
      text: title,
      title: description,
      owner,
      deadline,
      authorId: who,
    }
  }
  if (type !== 'idea') return envelope
  const { mergedInto, organisationId } = fields
  const scores = { effort: score, impact: score, ownerParticipantId: who }
  return { ...envelope, ...scores, title, description, deadline, owner, mergedInto, organisationId }
}

const board = fc.oneof(
  tangle,
  fc.record({ seed: fc.nat(), size: fc.integer({ min: 0, max: 80 }) }).map(({ seed, size }) => {
    return new Map(randomBoard(new RandomSource(seed), size).map((record) => [record.id, record]))
  }),
)

function inputOf(records: ReadonlyMap<RecordId, BoardRecord>): ExtractionInput {
  const attendees = ['pa_1', 'pa_2', 'pa_3'].map((id, i) => {
    const role = (['client', 'professional', 'policy'] as const)[i] ?? 'client'
    return { id: ParticipantId.parse(id), name: `Gast ${i}`, role, gone: i === 1, test: i === 2 }
  })
  const round = { target: 'idea', votesEach: 3, maxPerTarget: 2, closedAt: '2026-03-12T14:00:00Z' } as const
  return {
    roomId: 'room',
    boardVersion: 7,
    extractedAt: '2026-03-12T16:00:00Z',
    sessionDate: '2026-03-12',
    records,
    attendees,
    rounds: [{ ...round, id: 'r', status: 'closed' }],
    votes: ['a', 'b', 'c'].flatMap((id) =>
      attendees.map((each) => ({ roundId: 'r', participantId: each.id, targetId: shapeId(id), count: 2 })),
    ),
    exported: [],
  }
}

const RUNS = { numRuns: 200, seed: 20_261_122 }

/** Hundreds of boards, on a machine that may be doing other things. */
const PATIENCE_MS = 60_000

test(
  '[AX701, AX703] on any board: nothing is thrown, and every candidate has exactly one place',
  { timeout: PATIENCE_MS },
  () => {
    let actionsSeen = 0
    fc.assert(
      fc.property(board, (records) => {
        const { actions, rejected } = extractActions(inputOf(records))
        const places = [
          ...actions.flatMap(({ source, mergedFrom }) => [source.shapeId, ...mergedFrom]),
          ...rejected.map(({ shapeId: id }) => id),
        ]
        const candidates = findCandidates(new BoardIndex(records)).map(({ shape }) => shape.id)
        expect(places.toSorted()).toEqual(candidates)
        expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length)
        actionsSeen += actions.length
      }),
      RUNS,
    )
    expect(actionsSeen).toBeGreaterThan(300)
  },
)

test(
  '[AX702, AX310] the order in which records are stored does not show, nor does a second reading',
  { timeout: PATIENCE_MS },
  () => {
    fc.assert(
      fc.property(board, fc.nat(), (records, seed) => {
        const shuffled = new Map(new RandomSource(seed).shuffled([...records]))
        const first = JSON.stringify(extractActions(inputOf(records)))
        expect(JSON.stringify(extractActions(inputOf(shuffled)))).toBe(first)
        expect(JSON.stringify(extractActions(inputOf(records)))).toBe(first)
      }),
      RUNS,
    )
  },
)

test('[AX701] what an action refers to is on the board, or said to be gone', { timeout: PATIENCE_MS }, () => {
  fc.assert(
    fc.property(board, (records) => {
      const { actions } = extractActions(inputOf(records))
      const ids = new Set(actions.map(({ id }) => id))
      for (const action of actions) {
        expect(action.title).not.toBe('')
        expect(action.title.length).toBeLessThanOrEqual(120)
        const cards = [
          action.phases,
          action.touchpoints,
          action.painPoints,
          action.personas,
          action.contributors,
        ].flat()
        for (const { id } of [...cards, ...action.quotes, ...action.consequences]) expect(records.has(id)).toBe(true)
        const others = [...action.dependsOn, ...action.possibleDuplicateOf]
        for (const id of others) expect(id !== action.id && ids.has(id)).toBe(true)
      }
    }),
    RUNS,
  )
})

test('[AX310] the version of the board and the time of the reading are copied, not made', () => {
  const extraction = extractActions(inputOf(new Map()))
  expect(extraction).toEqual({
    roomId: 'room',
    boardVersion: 7,
    extractedAt: '2026-03-12T16:00:00Z',
    actions: [],
    dropped: [],
    rejected: [],
  })
})
