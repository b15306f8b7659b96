import { expect, test } from 'vitest'
import { ShapeId } from '../../ids/recordId.ts'
import { PhaseKey } from '../../records/enumerations.ts'
import { RandomSource } from '../../testing/RandomSource.ts'
import { alignColumns, type KeyedColumn } from './alignColumns.ts'
import { carryColumns } from './carryColumns.ts'
import type { MapCard, MapState } from './MapState.ts'

const short: Readonly<Record<string, PhaseKey>> = {
  o: 'awareness_orientation',
  f: 'first_contact',
  a: 'action_interaction',
  b: 'feedback',
  c: 'completion',
  x: 'custom',
}

/** Columns side by side from a row such as `o400 x220 f300`. */
function row(journey: string, widths: string): KeyedColumn[] {
  let x = 0
  return widths.split(' ').map((each, order) => {
    const [key, w] = [short[each.slice(0, 1)] ?? 'custom', Number(each.slice(1))]
    const column = { id: ShapeId.parse(`shape:${journey}${order}`), key, x, w, order }
    x += w
    return column
  })
}

const shown = (journeys: KeyedColumn[][]): string[] =>
  alignColumns(journeys).map(({ columns, w }) => `${columns.map((each) => `${each.x}+${each.w}`).join(' ')} = ${w}`)

test('[JC2] phases of one key start together and are as wide as the widest', () => {
  expect(shown([row('j', 'o400 f300 a200'), row('k', 'o250 f500 a220')])).toEqual([
    '0+400 400+500 900+220 = 1120',
    '0+400 400+500 900+220 = 1120',
  ])
})

test('[JC2] a missing key leaves a gap, wherever it is missing', () => {
  expect(shown([row('j', 'o400 f300 c200'), row('k', 'f300 a250')])).toEqual([
    '0+400 400+300 950+200 = 1150',
    '400+300 700+250 = 1150',
  ])
})

test('[JC2] a phase of one’s own keeps its width and its place, and the others leave room for it', () => {
  expect(shown([row('j', 'x100 o400 x220 f300'), row('k', 'o400 f300 x240'), row('l', 'x500')])).toEqual([
    '0+100 500+400 900+220 1120+300 = 1660',
    '500+400 1120+300 1420+240 = 1660',
    '0+500 = 1660',
  ])
})

test('[JC2] no journey changes its order: a key out of order or there twice counts as one’s own', () => {
  expect(shown([row('j', 'o400 f300'), row('k', 'f200 o250')])).toEqual([
    '0+400 400+300 = 950',
    '400+300 700+250 = 950',
  ])
  expect(shown([row('j', 'o400 f300'), row('k', 'o100 o120 f300')])).toEqual([
    '0+400 520+300 = 820',
    '0+400 400+120 520+300 = 820',
  ])
})

test('[JC2] one journey alone closes its gaps, and none is no error', () => {
  expect(alignColumns([])).toEqual([])
  expect(alignColumns([[]])).toEqual([{ columns: [], w: 0 }])
  const apart = row('j', 'o400 f300').map((each) => ({ ...each, x: each.x * 2 }))
  expect(shown([apart])).toEqual(['0+400 400+300 = 700'])
})

function randomColumns(random: RandomSource, journey: number): KeyedColumn[] {
  let x = 0
  const keys = Array.from({ length: random.between(0, 8) }, () => random.pick(PhaseKey.options))
  return keys.map((key, order) => {
    const w = random.between(200, 900) + (random.chance(0.3) ? random.next() : 0)
    const column = { id: ShapeId.parse(`shape:j${journey}p${order}`), key, x, w, order }
    // Some overlap, some leave a gap.
    x += random.chance(0.2) ? w - 60 : random.chance(0.2) ? w + 150 : w
    return column
  })
}

test.each(Array.from({ length: 200 }, (_, seed) => seed))(
  '[JC2] any journeys come under each other (seed %i)',
  (seed) => {
    const random = new RandomSource(seed)
    const journeys = Array.from({ length: random.between(1, 5) }, (_, at) => randomColumns(random, at))
    const aligned = alignColumns(journeys)
    expect(aligned).toHaveLength(journeys.length)
    const startOf = new Map<PhaseKey, { x: number; w: number }[]>()
    for (const [at, { columns, w }] of aligned.entries()) {
      const before = journeys[at] ?? []
      expect(columns.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
      let end = 0
      for (const column of columns) {
        expect(Number.isInteger(column.x) && Number.isInteger(column.w)).toBe(true)
        expect(column.x).toBeGreaterThanOrEqual(end)
        expect(column.w).toBeGreaterThanOrEqual(before.find(({ id }) => id === column.id)?.w ?? 0)
        end = column.x + column.w
        const key = before.find(({ id }) => id === column.id)?.key
        if (key !== undefined && key !== 'custom') startOf.set(key, [...(startOf.get(key) ?? []), column])
      }
      expect(end).toBeLessThanOrEqual(w)
      expect(w).toBe(aligned[0]?.w)
    }
    // Doing it again changes nothing.
    const again = journeys.map((columns, at) =>
      columns.map((column) => ({ ...column, ...aligned[at]?.columns.find(({ id }) => id === column.id) })),
    )
    expect(alignColumns(again)).toEqual(aligned)
    // Where every journey has its keys in the order of the model, once each, all of one key are at one place.
    const isPlain = journeys.every((columns) => {
      const ranks = columns.filter(({ key }) => key !== 'custom').map(({ key }) => PhaseKey.options.indexOf(key))
      return ranks.every((rank, at) => at === 0 || rank > (ranks[at - 1] ?? -1))
    })
    if (isPlain)
      for (const places of startOf.values()) expect(new Set(places.map(({ x, w }) => `${x} ${w}`)).size).toBe(1)
  },
)

test.each(Array.from({ length: 100 }, (_, seed) => seed))(
  '[JC3] what stands in a column goes along (seed %i)',
  (seed) => {
    const random = new RandomSource(seed)
    const columns = randomColumns(random, 0)
    const others = randomColumns(random, 1)
    const width = Math.max(1000, ...columns.map(({ x, w }) => x + w))
    const cards = Array.from({ length: random.between(0, 20) }, (_, at): MapCard => {
      const x = random.between(-50, width)
      return { id: ShapeId.parse(`shape:c${at}`), role: 'card', laneKey: null, x, y: 60, w: 200, h: 120, belongsTo: [] }
    })
    const state: MapState = {
      w: width,
      h: 500,
      lanes: [{ key: 'touchpoints', h: 452 }],
      lanesFrom: 48,
      phases: columns.map(({ id, x, w, order }) => ({ id, x, w, order })),
      cards,
      curves: [{ id: ShapeId.parse('shape:line'), x: 0, y: 48, w: width, h: 180 }],
    }
    const [mine] = alignColumns([columns, others])
    if (mine === undefined) throw new Error('nothing aligned')
    const after = carryColumns(state, mine.columns, mine.w)
    const columnAt = ({ phases }: MapState, x: number) =>
      phases
        .toSorted((a, b) => a.x - b.x || a.order - b.order)
        .findLast((phase) => x >= phase.x && x < phase.x + phase.w)
    for (const [at, card] of cards.entries()) {
      const was = columnAt(state, card.x + 100)
      const moved = after.cards[at]
      if (was === undefined || moved === undefined) continue
      const is = columnAt(after, moved.x + 100)
      expect(is?.id).toBe(was.id)
      expect(moved.x - (is?.x ?? 0)).toBeCloseTo(card.x - was.x, 6)
      expect(moved.y).toBe(card.y)
    }
    expect(after.curves[0]).toMatchObject({ x: 0, w: mine.w })
  },
)
