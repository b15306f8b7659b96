import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardOfRietOnPaper, boardOfYonas } from '../testing/demoBoards.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { randomBoard } from '../testing/randomBoard.ts'
import { BindingId, ShapeId } from '../ids/recordId.ts'
import { isBinding, isShape } from '../records/recordClass.ts'
import { card as cardKind } from '../records/card.ts'
import { journey as journeyKind } from '../records/journey.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { BoardDocument } from './BoardDocument.ts'
import { readBoard } from './read.ts'
import { applyRepairs, repairsOf } from './repair.ts'
import { FIRST_PAGE_ID, seedUpdate } from './seed.ts'
import { changeRecord, putRecord, removeRecord } from './write.ts'

const shape = (part: string): ShapeId => ShapeId.parse(`shape:${part}`)

function board(records: readonly BoardRecord[] = []): BoardDocument {
  const made = new BoardDocument(new Y.Doc())
  Y.applyUpdate(made.doc, seedUpdate())
  made.transact(() => records.forEach((record) => putRecord(made, record)), 'test')
  return made
}

function card(part: string, index: string, parentId = 'page:board'): BoardRecord {
  const envelope = { parentId, index, geometry: [0, 0, 0, 200, 120], isLocked: false, opacity: 1, meta: {} }
  return cardKind.schema.parse({ ...cardKind.defaults, ...envelope, id: shape(part), type: 'card', text: part })
}

function lockedJourney(part: string, index: string, parentId = 'page:board'): BoardRecord {
  const envelope = { parentId, index, geometry: [0, 0, 0, 2000, 900], isLocked: false, opacity: 1, meta: {} }
  return journeyKind.schema.parse({
    ...journeyKind.defaults,
    ...envelope,
    id: shape(part),
    type: 'journey',
    locked: true,
  })
}

function link(part: string, fromId: string, toId: string): BoardRecord {
  return {
    id: BindingId.parse(`binding:${part}`),
    type: 'belongs_to',
    fromId: shape(fromId),
    toId: shape(toId),
    meta: {},
  }
}

/** Repairs the board until it is whole. Returns how many rounds that took. */
function repair(broken: BoardDocument): number {
  let rounds = 0
  for (let repairs = repairsOf(broken); repairs.length > 0; repairs = repairsOf(broken)) {
    rounds += 1
    broken.transact(() => applyRepairs(broken, repairs), 'repair')
  }
  return rounds
}

/** I4: parents and ends of links are there, nothing stands on itself, siblings have keys of their own. */
function expectWholeBoard(whole: BoardDocument): void {
  const { records } = readBoard(whole)
  const places = new Set<string>()
  for (const record of records.values()) {
    if (isBinding(record)) expect([records.has(record.fromId), records.has(record.toId)]).toEqual([true, true])
    if (!isShape(record)) continue
    const place = `${record.parentId} ${record.index}`
    expect(places.has(place), place).toBe(false)
    places.add(place)
    let [at, depth]: [BoardRecord | undefined, number] = [record, 0]
    while (at !== undefined && isShape(at) && depth < 100) {
      at = records.get(at.parentId)
      depth += 1
    }
    expect(at?.type).toBe('page')
  }
}

test('[RP2] a board on which nothing is wrong is left as it is, demos too', () => {
  for (const records of [[card('a', 'a1'), card('b', 'a2')], boardOfRietOnPaper(), boardOfYonas()]) {
    expect(repairsOf(board(records))).toEqual([])
  }
})

test('[RP2] a card whose parent goes stands on the page, where its own fields say; its own cards stay on it', () => {
  const broken = board([card('a', 'a1'), card('in', 'a1', 'shape:a'), card('deep', 'a1', 'shape:in')])
  broken.transact(() => removeRecord(broken, shape('a')), 'test')
  expect(repairsOf(broken)).toEqual([{ kind: 'place', id: 'shape:in', parentId: FIRST_PAGE_ID }])
  expect(repair(broken)).toBe(1)
  expect(broken.records.get('shape:deep')?.get('parentId')).toBe('shape:in')
})

test('[RP2] cards that stand on each other all stand on the page, as readers show them', () => {
  const ring = [
    card('a', 'a1', 'shape:b'),
    card('b', 'a2', 'shape:c'),
    card('c', 'a3', 'shape:a'),
    card('x', 'a4', 'shape:a'),
  ]
  const broken = board(ring)
  expect(repairsOf(broken).map(({ id }) => id)).toEqual(['shape:a', 'shape:b', 'shape:c'])
  expect(repair(broken)).toBe(1)
  expectWholeBoard(broken)
  expect(repairsOf(board([card('me', 'a1', 'shape:me')]))).toHaveLength(1)
})

test('[RP2] a link goes with either of its ends', () => {
  const broken = board([card('a', 'a1'), link('l', 'a', 'gone'), link('m', 'gone', 'a'), link('n', 'a', 'a')])
  repair(broken)
  expect([...broken.records.keys()].toSorted()).toEqual(['binding:n', 'page:board', 'shape:a'])
})

test('[RP2] of siblings with one key the first by id keeps it, the others come right above it', () => {
  const broken = board([card('a', 'a1'), card('b', 'a1'), card('c', 'a1'), card('d', 'a2'), card('e', 'not a key')])
  expect(repair(broken)).toBe(1)
  const keys = ['a', 'b', 'c', 'd', 'e'].map((part) => String(broken.records.get(`shape:${part}`)?.get('index')))
  expect(keys[0]).toBe('a1')
  expect(keys[3]).toBe('a2')
  expect(keys).toEqual(keys.toSorted())
  expectWholeBoard(broken)
})

test('[RP2, F13] what is put right around a locked journey leaves it as it is: its order key, and what stands in it', () => {
  const journey = lockedJourney('j', 'a1', 'shape:g')
  const inside = [card('in', 'a1', 'shape:j'), card('on', 'a1', 'shape:in')]
  const sibling = card('a', 'a1', 'shape:g')
  const groups = Array.from({ length: 38 }, (_, at) =>
    card(`w${at}`, 'a1', at === 0 ? FIRST_PAGE_ID : `shape:w${at - 1}`),
  )
  const broken = board([card('g', 'a1', 'shape:w37'), journey, ...inside, sibling, ...groups])
  repair(broken)
  expectWholeBoard(broken)
  const standing = (part: string): unknown[] =>
    ['parentId', 'index'].map((name) => broken.records.get(shape(part))?.get(name))
  expect([standing('in'), standing('on')]).toEqual([
    ['shape:j', 'a1'],
    ['shape:in', 'a1'],
  ])
  const beside = board([lockedJourney('j', 'a5'), card('a', 'a5')])
  repair(beside)
  expectWholeBoard(beside)
  expect(beside.records.get(shape('j'))?.get('index')).toBe('a5')
})

test('[RP2] two of one key with no key between them and the next that a record takes keep it, and all else is put right', () => {
  const longest = (last: string): string => `a1${'0'.repeat(197)}${last}`
  const twins = [card('a', longest('1')), card('b', longest('1')), card('c', longest('2'))]
  const broken = board([...twins, card('lost', 'a5', 'shape:gone')])
  expect(repair(broken)).toBe(1)
  expect(broken.records.get('shape:lost')?.get('parentId')).toBe(FIRST_PAGE_ID)
  expect(broken.records.get('shape:b')?.get('index')).toBe(longest('1'))
})

test('[RP2] a board without a page gets the first one back', () => {
  const broken = board([card('a', 'a1')])
  broken.transact(() => broken.records.delete(FIRST_PAGE_ID), 'test')
  expect(repair(broken)).toBe(1)
  expectWholeBoard(broken)
  expect(broken.records.get(FIRST_PAGE_ID)?.toJSON()).toEqual(board().records.get(FIRST_PAGE_ID)?.toJSON())
})

test('[RP2] thousands at one key, and a tower of thousands, are put right in some rounds of bounded size', () => {
  const like = card('c', 'a1')
  const crowd = Array.from({ length: 1400 }, (_, at) => ({ ...like, id: shape(`c${at}`) }))
  const tower = Array.from({ length: 400 }, (_, at) => ({
    ...like,
    id: shape(`t${at}`),
    parentId: at === 0 ? FIRST_PAGE_ID : shape(`t${at - 1}`),
  }))
  const broken = board([...crowd, ...tower] as BoardRecord[])
  expect(repair(broken)).toBe(15)
  expectWholeBoard(broken)
  // As if they had all been moved at once: the order is theirs, and the keys are short.
  const crowdKeys = crowd
    .map(({ id }) => id)
    .toSorted()
    .map((id) => String(broken.records.get(id)?.get('index')))
  expect(crowdKeys).toEqual(crowdKeys.toSorted())
  expect(Math.max(...crowdKeys.map((key) => key.length))).toBeLessThan(8)
})

test('[RP2] a record that does not hold is left as it is, and stops nothing', () => {
  const broken = board([card('a', 'a1', 'shape:gone')])
  broken.transact(() => {
    broken.records.set(
      'shape:odd',
      new Y.Map<string | string[]>([
        ['type', 'card'],
        ['parentId', 'shape:gone'],
        ['geometry', 'here'],
      ]) as never,
    )
  }, 'test')
  expect(repair(broken)).toBe(1)
  expect(broken.records.get('shape:odd')?.get('parentId')).toBe('shape:gone')
})

test('[RP3] whatever the board: whole after one round, and never anything to do after that', () => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const random = new RandomSource(seed)
    const broken = board(randomBoard(random, 40))
    const ids = [...readBoard(broken).records.keys()].filter((id) => id.startsWith('shape:'))
    broken.transact(() => {
      for (let count = 0; count < 6; count += 1) {
        const id = ShapeId.parse(random.pick(ids))
        const act = random.below(3)
        if (act === 0) removeRecord(broken, id)
        else changeRecord(broken, id, act === 1 ? { parentId: random.pick(ids) } : { index: 'a1' })
      }
    }, 'test')
    expect([seed, repair(broken)]).toEqual([seed, expect.toSatisfy((rounds: number) => rounds <= 1)])
    expectWholeBoard(broken)
  }
})

test('[RP3] the same board gives the same repairs, in whatever order its records came', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
      const records = randomBoard(new RandomSource(seed), 20)
      const [one, other] = [repairsOf(board(records)), repairsOf(board(records.toReversed()))]
      const sorted = (repairs: typeof one): unknown =>
        repairs.map((each) => JSON.stringify(each, Object.keys(each).toSorted())).toSorted()
      expect(sorted(one)).toEqual(sorted(other))
    }),
    { numRuns: 40, seed: 13 },
  )
})
