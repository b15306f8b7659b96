import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ShapeId } from '../../ids/recordId.ts'
import { LaneKey } from '../../records/enumerations.ts'
import { applyChange } from '../map/testing/applyChange.ts'
import { separated } from '../map/growing.ts'
import { changeBetween } from '../map/MapChange.ts'
import { MapGrid } from '../map/MapGrid.ts'
import { centreX, centreY } from '../map/mapMeasures.ts'
import type { MapCard, MapState } from '../map/MapState.ts'
import { anyMap } from '../map/testing/randomMap.ts'
import { tidyCells } from '../map/tidyCells.ts'
import {
  contentOf,
  hideLane,
  isFolded,
  lowestLane,
  moveLane,
  openLane,
  openLanesOf,
  resizeLane,
  showLane,
} from './laneEdits.ts'
import { FOLDED_LANE_HEIGHT, LANE_ORDER } from './laneMeasures.ts'

const id = (name: string): ShapeId => ShapeId.parse(`shape:${name}`)
const at = (name: string, x: number, y: number, h = 120): MapCard => ({
  id: id(name),
  role: 'card',
  laneKey: null,
  x,
  y,
  w: 200,
  h,
  belongsTo: [],
})

/** Steps to 238, curves to 418, quotes (two below each other) to 718, ideas to 888. */
const state: MapState = {
  w: 800,
  h: 888,
  lanesFrom: 48,
  lanes: [
    { key: 'touchpoints', h: 190 },
    { key: 'experience', h: 180 },
    { key: 'quotes', h: 300 },
    { key: 'ideas', h: 170 },
  ],
  phases: [{ id: id('p'), x: 0, w: 800, order: 0 }],
  cards: [at('step', 12, 60, 150), at('first', 12, 430), at('second', 12, 562), at('idea', 12, 730)],
  curves: [{ id: id('line'), x: 0, y: 238, w: 800, h: 180 }],
}
const keys = ({ lanes }: MapState): string => lanes.map(({ key, h }) => `${key} ${h}`).join(', ')
const y = ({ cards }: MapState, name: string): number | undefined => cards.find((card) => card.id === id(name))?.y

test('[JC4] a lane with cards is folded to a strip; what lies below moves up, and nothing is lost', () => {
  const folded = hideLane(state, 'quotes')
  expect(keys(folded)).toBe('touchpoints 190, experience 180, quotes 40, ideas 170')
  expect(folded.lanes[2]?.foldedFrom).toBe(300)
  expect([folded.h, y(folded, 'idea'), y(folded, 'step')]).toEqual([628, 470, 60])
  expect(contentOf(folded, 2)).toBe(2)
  expect(y(folded, 'first')).toBeLessThan(y(folded, 'second') ?? 0)
  expect(hideLane(folded, 'quotes')).toBe(folded)
})

test('[JC4] shown again it is as it was', () => {
  expect(showLane(hideLane(state, 'quotes'), 'quotes')).toEqual(state)
  expect(showLane(hideLane(state, 'experience'), 'experience')).toEqual(state)
  expect(hideLane(state, 'experience').curves[0]).toMatchObject({ y: 238, h: FOLDED_LANE_HEIGHT })
})

test('[JC4] what came into a folded lane meanwhile is tidied when it is shown', () => {
  const folded = hideLane(state, 'quotes')
  const fuller = { ...folded, cards: [...folded.cards, at('third', 12, 418 + 20 - 60, 120)] }
  const shown = showLane(fuller, 'quotes')
  expect(contentOf(shown, 2)).toBe(3)
  expect(shown.lanes[2]?.h).toBeGreaterThan(300)
})

test('[JC4] an empty lane goes, and comes back at its usual place', () => {
  const without = hideLane({ ...state, cards: state.cards.filter((card) => card.id !== id('idea')) }, 'ideas')
  expect(keys(without)).toBe('touchpoints 190, experience 180, quotes 300')
  expect(without.h).toBe(718)
  expect(keys(showLane(without, 'ideas'))).toBe('touchpoints 190, experience 180, quotes 300, ideas 170')
  const more = showLane(showLane(state, 'consequences'), 'needs')
  expect(keys(more)).toBe('touchpoints 190, experience 180, quotes 300, needs 170, ideas 170, consequences 170')
  expect(y(more, 'idea')).toBe(900)
  expect(keys(showLane({ ...state, lanes: [], cards: [] }, 'support'))).toBe('support 170')
})

test('[JC5] a lane that moves takes its cards along', () => {
  const moved = moveLane(state, 'quotes', 0)
  expect(keys(moved)).toBe('quotes 300, touchpoints 190, experience 180, ideas 170')
  expect([y(moved, 'first'), y(moved, 'second'), y(moved, 'step'), y(moved, 'idea')]).toEqual([60, 192, 360, 730])
  expect(moved.curves[0]?.y).toBe(538)
  expect(moveLane(moved, 'quotes', 2)).toEqual(state)
  expect(moveLane(state, 'quotes', 99).lanes.at(-1)?.key).toBe('quotes')
  expect(moveLane(state, 'needs', 0)).toBe(state)
})

test('[JC6] a lane is as high as somebody makes it, but never lower than what stands in it; the lanes below move along', () => {
  expect(lowestLane(state, 'quotes')).toBe(276)
  const low = resizeLane(state, 'quotes', 10)
  expect([low.lanes[2]?.h, low.h, y(low, 'idea'), y(low, 'second')]).toEqual([276, 864, 706, 562])
  const high = resizeLane(state, 'experience', 260)
  expect([high.lanes[1]?.h, high.curves[0]?.h, y(high, 'first')]).toEqual([260, 260, 510])
  expect(resizeLane(state, 'experience', 10).lanes[1]?.h).toBe(120)
  expect(resizeLane(hideLane(state, 'quotes'), 'quotes', 500)).toEqual(hideLane(state, 'quotes'))
})

test('[JC4] a card that is put into a folded lane opens it', () => {
  const folded = hideLane(hideLane(state, 'quotes'), 'ideas')
  const dropped = { ...folded, cards: [...folded.cards, at('new', 236, 438 - 60)] }
  const opened = openLanesOf(dropped, new Set([id('new')]))
  expect(keys(opened)).toBe('touchpoints 190, experience 180, quotes 300, ideas 40')
  expect(y(opened, 'new')).toBe(430)
  expect(openLanesOf(dropped, new Set([id('step')]))).toBe(dropped)
})

test('[JC4] opening a lane shows a folded one and brings none onto the map', () => {
  expect(openLane(hideLane(state, 'touchpoints'), 'touchpoints')).toEqual(state)
  expect(openLane(state, 'quotes')).toBe(state)
  expect(openLane(state, 'needs')).toBe(state)
})

type Edit = (state: MapState) => MapState
const anyEdit: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.constantFrom('hide', 'show', 'move', 'resize'),
    key: fc.constantFrom(...LaneKey.options),
    to: fc.integer({ min: -1, max: 12 }),
    h: fc.integer({ min: 0, max: 12_000 }),
  })
  .map(({ kind, key, to, h }): Edit => {
    if (kind === 'hide') return (before) => hideLane(before, key)
    if (kind === 'show') return (before) => showLane(before, key)
    return kind === 'move' ? (before) => moveLane(before, key, to) : (before) => resizeLane(before, key, h)
  })

/** The lane of each thing, by the number of things of that key, and its column. */
function places(map: MapState): Record<string, string> {
  const grid = new MapGrid(map)
  return Object.fromEntries(
    [...map.cards, ...map.curves].map((thing) => [
      thing.id,
      `${grid.bandAt(centreY(thing))?.key ?? 'none'} ${grid.columnAt(centreX(thing))?.phase.id ?? 'none'}`,
    ]),
  )
}

test('[JC7] whatever is done with lanes: everything stays, in its lane and its phase, in the order from top to bottom', () => {
  fc.assert(
    fc.property(anyMap().map(separated), fc.array(anyEdit, { maxLength: 6 }), (map, edits) => {
      let now = map
      for (const edit of edits) {
        // As it is written: only what differs, in whole pixels.
        const next = applyChange(now, changeBetween(now, edit(now)))
        expect(places(next)).toEqual(places(now))
        expect(next.cards.map((card) => card.id)).toEqual(now.cards.map((card) => card.id))
        expect(next.h).toBeGreaterThanOrEqual(next.lanes.reduce((sum, lane) => sum + lane.h, next.lanesFrom))
        for (const lane of next.lanes) if (isFolded(lane)) expect(lane.h).toBe(FOLDED_LANE_HEIGHT)
        now = next
      }
    }),
    { numRuns: 300 },
  )
})

test('[JC7] no map makes it throw or lose something', () => {
  fc.assert(
    fc.property(anyMap({ wild: true }), fc.array(anyEdit, { maxLength: 4 }), (map, edits) => {
      const after = edits.reduce((now, edit) => edit(now), map)
      expect(after.cards.map((card) => card.id)).toEqual(map.cards.map((card) => card.id))
      expect(after.curves.map((curve) => curve.id)).toEqual(map.curves.map((curve) => curve.id))
    }),
  )
})

test('[JC7] a folded lane is left as it is when cells are tidied', () => {
  const folded = hideLane(state, 'quotes')
  expect(tidyCells(folded, [{ phaseId: id('p'), laneKey: 'quotes' }])).toEqual(folded)
})

test('[JC4] every lane has a usual place', () => {
  expect([...LANE_ORDER].toSorted()).toEqual([...LaneKey.options].toSorted())
})
