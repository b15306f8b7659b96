import { describe, expect, test } from 'vitest'
import type { RecordId } from '../ids/recordId.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { applyChanges, changedRecords } from '../testing/changedRecords.ts'
import { id, named, plainBoard, plainJourney, record, type PlainShape } from '../testing/plainBoard.ts'
import { randomBoard } from '../testing/randomBoard.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { WorkshopSteps } from '../testing/WorkshopSteps.ts'
import { LiveBoard } from './LiveBoard.ts'

const shapes: Readonly<Record<string, PlainShape>> = {
  ...plainJourney('j', ['a b', 'c d']),
  need: { type: 'card', kind: 'need', parentId: id('j'), geometry: [410, 700, 0, 100, 100] },
  idea: { type: 'idea', geometry: [3000, 3000, 0, 100, 100] },
}
const board = () => new LiveBoard(plainBoard(shapes))
const moved = (unique: string, geometry: readonly number[], more: object = {}) =>
  [[id(unique), record(id(unique), { type: 'idea', ...shapes[unique], geometry, ...more })]] as [
    RecordId,
    BoardRecord,
  ][]

describe('[JV1] the outline', () => {
  test('has columns from left to right, steps in their order, and where other cards stand', () => {
    const { journeys, cards, personaIds } = board().outline
    expect(journeys).toEqual([
      {
        id: id('j'),
        columns: [
          { phaseId: id('j-p1'), stepIds: [id('a'), id('b')] },
          { phaseId: id('j-p2'), stepIds: [id('c'), id('d')] },
        ],
        stepIds: [id('a'), id('b'), id('c'), id('d')],
      },
    ])
    expect(cards).toEqual([
      { id: id('need'), journeyId: id('j'), phaseId: id('j-p2'), stepId: id('c') },
      { id: id('idea'), journeyId: null, phaseId: null, stepId: null },
    ])
    expect(personaIds).toEqual([])
  })

  test('lists journeys from top to bottom, and a step outside the columns without one', () => {
    const low = plainJourney('low', ['x', ''], {}, { geometry: [0, 2000, 0, 800, 900] })
    const live = new LiveBoard(plainBoard({ ...low, ...shapes }))
    expect(named(live.outline.journeys.map((journey) => journey.id))).toBe('j low')
    live.apply([
      [id('x'), record(id('x'), { type: 'touchpoint', parentId: id('low'), geometry: [5000, 0, 0, 10, 10] })],
    ])
    expect(live.outline.journeys[1]).toMatchObject({ stepIds: [id('x')], columns: [{ stepIds: [] }, { stepIds: [] }] })
  })

  test('takes what stands in a lane of the organisation, or in no journey, for no step of the person', () => {
    const lanes = [
      { key: 'touchpoints', h: 200 },
      { key: 'frontstage', h: 200 },
      { key: 'backstage', h: 200 },
      { key: 'support', h: 200 },
      { key: 'quotes', h: 200 },
    ]
    const step = (y: number) => ({ type: 'touchpoint', parentId: id('j'), geometry: [210, y, 0, 100, 100] })
    const board = {
      ...plainJourney('j', ['a b', ''], {}, { lanes, lanesFrom: 50 }),
      front: step(300),
      back: step(500),
      support: step(700),
      low: step(900),
      loose: { type: 'touchpoint', geometry: [5000, 0, 0, 100, 100] },
    }
    const { journeys, cards } = new LiveBoard(plainBoard(board)).outline
    expect(named(journeys[0]?.stepIds ?? [])).toBe('a b low')
    expect(named(cards.map((card) => card.id))).toBe('front back support loose')
  })

  test('keeps to the ids on a board without a page, and with parents in a ring', () => {
    const ring = { p: { type: 'group', parentId: id('q') }, q: { type: 'group', parentId: id('p') } }
    const lost = { t: { type: 'touchpoint', parentId: id('q') }, k: { type: 'idea', parentId: id('gone') } }
    const live = new LiveBoard(plainBoard({ ...ring, ...lost }).slice(1))
    expect(named(live.outline.cards.map((card) => card.id))).toBe('k t')
    expect(live.outline.journeys).toEqual([])
  })
})

describe('[JV2] what moves without a change of meaning changes no outline', () => {
  test('a card inside its cell', () => {
    const live = board()
    const before = live.outline
    expect(live.apply(moved('need', [430, 650, 0, 100, 120])).size).toBe(0)
    expect(live.outline).toBe(before)
  })

  test('a journey with all that is in it', () => {
    const live = board()
    const before = live.outline
    live.apply(moved('j', [900, 100, 0, 800, 900]))
    expect(live.outline).toBe(before)
  })

  test('a card that goes to the other column changes where cards stand, and no journey', () => {
    const live = board()
    const before = live.outline
    live.apply(moved('need', [10, 700, 0, 100, 100]))
    expect(live.outline.cards[0]).toMatchObject({ phaseId: id('j-p1'), stepId: id('a') })
    expect(live.outline.journeys).toBe(before.journeys)
  })

  test('steps that change places change the order of that journey alone', () => {
    const low = plainJourney('low', ['x y', ''], {}, { geometry: [0, 2000, 0, 800, 900] })
    const live = new LiveBoard(plainBoard({ ...shapes, ...low }))
    const [, other] = live.outline.journeys
    live.apply(moved('a', [250, 60, 0, 100, 100]))
    expect(named(live.outline.journeys[0]?.stepIds ?? [])).toBe('b a c d')
    expect(live.outline.journeys[1]).toBe(other)
  })
})

test('[JV3] topics name what changed, as small as it can be said; places are none of them', () => {
  const live = new LiveBoard(plainBoard(shapes, ['need>a']))
  const topics = (changes: Iterable<readonly [RecordId, BoardRecord | null]>) => [...live.apply(changes)].sort()
  expect(topics(moved('a', [0, 60, 0, 100, 100], { title: 'Bellen', waitDays: 3 }))).toEqual([
    'touchpoint.title',
    'touchpoint.waitDays',
  ])
  expect(topics(moved('a', [0, 60, 0, 100, 100], { title: 'Bellen', waitDays: 3 }))).toEqual([])
  expect(topics([[id('a'), null]])).toEqual(['links', 'touchpoint.*'])
  expect(topics([[id('d'), null]])).toEqual(['touchpoint.*'])
  const link = record('binding:1', { type: 'belongs_to', fromId: id('need'), toId: id('b') })
  expect(topics([[link.id, link]])).toEqual(['links'])
  expect(topics([[link.id, { ...link }]])).toEqual([])
  expect(named(live.linkedIds(id('need'), 'touchpoint'))).toBe('b')
  expect(topics([[link.id, null]])).toEqual(['links'])
})

test.each(Array.from({ length: 30 }, (_, at) => at + 1))(
  '[JV4] a board that took in every edit is the same as one read anew (seed %i)',
  (seed) => {
    const random = new RandomSource(seed)
    const records = new Map<RecordId, BoardRecord>(randomBoard(random.fork(), 60).map((each) => [each.id, each]))
    const live = new LiveBoard(records.values())
    const steps = new WorkshopSteps(random.fork())
    for (let turn = 0; turn < 60; turn += 1) {
      const changes = changedRecords(records, steps.plan([...records.values()]))
      applyChanges(records, changes)
      live.apply(changes)
      // Now and then several edits at once, as they come when changes are gathered.
      if (turn % 3 === 1) continue
      const anew = new LiveBoard(random.shuffled([...records.values()]))
      expect(live.outline).toEqual(anew.outline)
      for (const each of live.shapes.card.all()) {
        expect(live.linkedIds(each.id, 'touchpoint')).toEqual(anew.linkedIds(each.id, 'touchpoint'))
        expect(live.linkedIds(each.id, 'persona')).toEqual(anew.linkedIds(each.id, 'persona'))
      }
    }
  },
)

test('[JV1, JV4] a page that goes takes the places on it along, one that comes back brings them back', () => {
  const loose = { type: 'idea', geometry: [10, 700, 0, 100, 100] }
  const records = plainBoard({ ...shapes, loose })
  const live = new LiveBoard(records)
  const page = records.find(({ type }) => type === 'page')
  if (page === undefined) throw new Error('no page')
  const placeOfLoose = () => live.outline.cards.find((card) => card.id === id('loose'))?.phaseId
  expect(placeOfLoose()).toBe(id('j-p1'))
  live.apply([[page.id, null]])
  expect(placeOfLoose()).toBeNull()
  // A card of the journey itself needs no page.
  expect(live.outline.cards.find((card) => card.id === id('need'))?.phaseId).toBe(id('j-p2'))
  live.apply([[page.id, page]])
  expect(placeOfLoose()).toBe(id('j-p1'))
})

test('[JV4] of two bindings that two people fixed to one end of an arrow, the first by id holds, whichever came first', () => {
  const end = (unique: string, terminal: 'start' | 'end', to: string) =>
    record(`binding:${unique}`, { type: 'arrow', fromId: id('arrow'), toId: id(to), terminal })
  const holds = [end('1', 'start', 'need'), end('2', 'end', 'a'), end('3', 'end', 'b')]
  const stored = plainBoard({ ...shapes, arrow: { type: 'arrow' } })
  for (const order of [holds, holds.toReversed()]) {
    const live = new LiveBoard([...stored, ...order])
    expect(named(live.linkedIds(id('need'), 'touchpoint'))).toBe('a')
    const [, first] = holds
    if (first !== undefined) live.apply([[first.id, null]])
    expect(named(live.linkedIds(id('need'), 'touchpoint'))).toBe('b')
    live.apply([[id('arrow'), null]])
    expect(live.linkedIds(id('need'), 'touchpoint')).toEqual([])
  }
})

test('[JV4] a shape that is gone is bound to nothing, and is again when it comes back', () => {
  const records = plainBoard(shapes, ['need>a'])
  const live = new LiveBoard(records)
  const need = records.find((each) => each.id === id('need'))
  live.apply([[id('need'), null]])
  expect(live.linkedIds(id('need'), 'touchpoint')).toEqual([])
  expect(live.linkedIds(id('a'), 'card')).toEqual([])
  live.apply([[id('need'), need ?? null]])
  expect(named(live.linkedIds(id('a'), 'card'))).toBe('need')
})
