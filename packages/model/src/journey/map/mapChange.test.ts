import { expect, test } from 'vitest'
import { ShapeId } from '../../ids/recordId.ts'
import { applyChange } from './testing/applyChange.ts'
import { changeBetween, isNoChange } from './MapChange.ts'
import type { MapState } from './MapState.ts'

const id = (name: string): ShapeId => ShapeId.parse(`shape:${name}`)
const card = { role: 'card', laneKey: 'touchpoints', w: 200, h: 150, belongsTo: [] } as const
const state: MapState = {
  w: 800,
  h: 238,
  lanes: [{ key: 'touchpoints', h: 190 }],
  lanesFrom: 48,
  phases: [
    { id: id('p1'), x: 0, w: 400, order: 0 },
    { id: id('p2'), x: 400, w: 400, order: 1 },
  ],
  cards: [
    { ...card, id: id('a'), x: 12.5, y: 60 },
    { ...card, id: id('b'), x: 412, y: 60 },
  ],
  curves: [{ id: id('c'), x: 0, y: 48, w: 800, h: 180 }],
}

test('[MP1] a change holds only what differs, in whole pixels', () => {
  expect(isNoChange(changeBetween(state, structuredClone(state) as MapState))).toBe(true)
  const change = changeBetween(state, {
    ...state,
    phases: state.phases.map((phase) => (phase.order === 1 ? { ...phase, x: 436.4 } : phase)),
    cards: state.cards.map((each) => (each.id === id('b') ? { ...each, x: 448.4 } : each)),
  })
  expect(change).toEqual({
    journey: null,
    phases: [{ id: id('p2'), x: 436, w: 400, order: 1 }],
    cards: [{ id: id('b'), x: 448, y: 60 }],
    curves: [],
  })
  expect(changeBetween(state, { ...state, lanes: [{ key: 'touchpoints', h: 200 }] }).journey).toEqual({
    w: 800,
    h: 238,
    lanes: [{ key: 'touchpoints', h: 200 }],
  })
})

test('[MP1] applying what differs leads to the other state; what is in one of both only is left alone', () => {
  const after: MapState = {
    ...state,
    w: 836,
    cards: state.cards.map((each) => ({ ...each, y: 72 })),
    curves: state.curves.map((curve) => ({ ...curve, w: 836 })),
  }
  const change = changeBetween(state, after)
  expect(applyChange(state, change)).toEqual({
    ...after,
    cards: after.cards.map((c) => ({ ...c, x: Math.round(c.x) })),
  })
  const fewer = { ...state, cards: [], curves: [], phases: [] }
  expect(applyChange(fewer, change)).toEqual({ ...fewer, w: 836 })
  expect(changeBetween(fewer, { ...state, w: 800 }).cards).toEqual([])
})
