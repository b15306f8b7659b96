import { expect, test } from 'vitest'
import { ShapeId } from '../../ids/recordId.ts'
import { insertStep } from './insertStep.ts'
import type { MapCard, MapState } from './MapState.ts'
import { tidyDropped } from './tidyDropped.ts'

const id = (name: string): ShapeId => ShapeId.parse(`shape:${name}`)

/** Two phases of two places, lanes for steps (48 to 238) and pain points (238 to 408). */
function map(cards: readonly MapCard[]): MapState {
  return {
    w: 872,
    h: 408,
    lanes: [
      { key: 'touchpoints', h: 190 },
      { key: 'pain_points', h: 170 },
    ],
    lanesFrom: 48,
    phases: [
      { id: id('p1'), x: 0, w: 436, order: 0 },
      { id: id('p2'), x: 436, w: 436, order: 1 },
    ],
    cards,
    curves: [],
  }
}

function step(name: string, x: number, y = 60): MapCard {
  return { id: id(name), role: 'card', laneKey: 'touchpoints', x, y, w: 200, h: 150, belongsTo: [] }
}

function pain(name: string, x: number, y = 250, belongsTo: readonly string[] = []): MapCard {
  const targets = belongsTo.map(id)
  return { id: id(name), role: 'card', laneKey: 'pain_points', x, y, w: 200, h: 120, belongsTo: targets }
}

function dropped(
  state: MapState,
  name: string,
  from: { x: number; y: number } | null = null,
): Record<string, number[]> {
  const { cards } = tidyDropped(state, [{ id: id(name), from }])
  return Object.fromEntries(cards.map((card) => [card.id.slice('shape:'.length), [card.x, card.y]]))
}

test('[MP4] a step that is dropped between two stands between them; what hung below them is below them still', () => {
  const state = map([
    step('a', 12),
    step('b', 224),
    step('c', 448),
    pain('of-b', 224),
    pain('of-c', 448),
    step('new', 120, 75),
  ])
  expect(dropped(state, 'new')).toEqual({
    a: [12, 60],
    new: [224, 60],
    b: [436, 60],
    c: [660, 60],
    'of-b': [436, 250],
    'of-c': [660, 250],
  })
  const { phases, w } = tidyDropped(state, [{ id: id('new'), from: null }])
  expect(phases.map((phase) => [phase.x, phase.w])).toEqual([
    [0, 648],
    [648, 436],
  ])
  expect(w).toBe(1084)
})

test('[MP4] a step that changes place within its phase takes along what hung below it, and the phase stays as wide', () => {
  const state = map([step('a', 240, 70), step('b', 224), pain('of-a', 12), pain('of-b', 224)])
  expect(dropped(state, 'a', { x: 12, y: 60 })).toEqual({
    b: [12, 60],
    a: [224, 60],
    'of-a': [224, 250],
    'of-b': [12, 250],
  })
})

test('[MP4] it takes them along to another phase too, where nothing of theirs comes below a strange step', () => {
  const state = map([
    step('a', 460, 70),
    step('b', 448),
    pain('of-a', 12),
    pain('wide', 224, 250, ['a']),
    pain('of-b', 448),
  ])
  expect(dropped(state, 'a', { x: 12, y: 60 })).toEqual({
    b: [448, 60],
    'of-b': [448, 250],
    a: [660, 60],
    'of-a': [660, 250],
    wide: [872, 250],
  })
})

test('[MP4] what was put down together with its step stands where it was put, below that step', () => {
  const state = map([step('a', 460, 70), pain('of-a', 470, 260), step('b', 448)])
  const { cards } = tidyDropped(state, [
    { id: id('a'), from: { x: 12, y: 60 } },
    { id: id('of-a'), from: { x: 12, y: 250 } },
  ])
  expect(cards.map(({ x, y }) => [x, y])).toEqual([
    [660, 60],
    [660, 250],
    [448, 60],
  ])
})

test('[MP4] a step that leaves the lane of steps leaves behind what hung below it', () => {
  const state = map([step('a', 300, 300), pain('of-a', 12)])
  expect(dropped(state, 'a', { x: 12, y: 60 })).toEqual({ a: [224, 250], 'of-a': [12, 250] })
})

test('[MP4] cards of other lanes stand below the step that they were dropped under, stacked as they lay', () => {
  const state = map([
    step('a', 12),
    step('b', 224),
    pain('first', 224),
    pain('second', 260, 300),
    pain('over', 190, 200 + 40),
  ])
  expect(dropped(state, 'second')).toEqual({
    a: [12, 60],
    b: [224, 60],
    over: [224, 250],
    first: [224, 382],
    second: [224, 514],
  })
  expect(tidyDropped(state, [{ id: id('second'), from: null }]).lanes[1]?.h).toBe(646 - 238)
})

test('[MP4] a card that is dropped beside the only step gets a place of its own, so that it is no guess of that step', () => {
  const narrow = { ...map([step('a', 12), pain('beside', 180)]), phases: [{ id: id('p1'), x: 0, w: 400, order: 0 }] }
  const after = tidyDropped(narrow, [{ id: id('beside'), from: null }])
  expect(after.cards.map(({ x }) => x)).toEqual([12, 224])
  expect(after.phases[0]?.w).toBe(436)
})

test('[MP4] what somebody placed freely stays, and the others leave its place to it', () => {
  const state = map([{ ...pain('free', 40, 245), role: 'free' }, pain('card', 20, 260)])
  expect(dropped(state, 'card')).toEqual({ free: [40, 245], card: [12, 377] })
})

test('[MP4] an empty space between steps stays until it is needed', () => {
  const state = map([step('a', 12), step('b', 690, 71)])
  expect(dropped(state, 'b', { x: 448, y: 60 })).toEqual({ a: [12, 60], b: [660, 60] })
})

test('[MP4] a folded lane keeps what is dropped in it as it lies, and takes no step', () => {
  const state = map([step('a', 12), pain('card', 40, 240)])
  const lanes = state.lanes.map((lane) => (lane.key === 'pain_points' ? { ...lane, foldedFrom: 170 } : lane))
  expect(dropped({ ...state, lanes }, 'card')).toEqual({ a: [12, 60], card: [40, 240] })
  const folded = { ...state, lanes: [{ key: 'touchpoints' as const, h: 190, foldedFrom: 190 }] }
  const made = { id: id('new'), w: 200, h: 150 }
  expect(insertStep(folded, { phaseId: id('p1'), before: 0 }, made)).toBeNull()
  expect(insertStep(state, { phaseId: id('p1'), before: 0 }, made)).not.toBeNull()
})
