// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MapAtHand } from '../journey/testing/MapAtHand.ts'
import { mapPlaces } from './mapPlaces.ts'

let map: MapAtHand
beforeEach(() => {
  map = new MapAtHand()
  map.editor.setCurrentTool('select')
  map.editor.updateInstanceState({ isHoveringCanvas: true })
})
afterEach(() => map.editor.dispose())

/** The places that are shown, from the corner of the journey. */
function shown(): unknown[] {
  return mapPlaces(map.editor).map((place) => [
    place.kind === 'phase' ? `phase ${place.before}` : `${place.kind} ${place.step.phaseId} ${place.step.before}`,
    place.x - 1000,
    place.y - 500,
  ])
}

test('[ME8] a map without steps shows where they come, in every phase', () => {
  expect(shown()).toEqual([
    ['first-step shape:p0 0', 12, 60],
    ['first-step shape:p1 0', 448, 60],
  ])
  map.editor.updateInstanceState({ isReadonly: true })
  expect(shown()).toEqual([])
})

test('[ME8] a selected step shows the places before and after it, also on touch', () => {
  map.step('a', 12)
  map.step('b', 224)
  map.editor.updateInstanceState({ isCoarsePointer: true })
  expect(shown()).toEqual([])
  map.editor.select(MapAtHand.id('b'))
  expect(shown()).toEqual([
    ['step shape:p0 1', 218, 135],
    ['step shape:p0 2', 430, 135],
  ])
})

test('[ME8] the pointer shows the place that it is near: between two steps, in an empty phase, between two phases', () => {
  map.step('a', 12)
  map.step('b', 224)
  map.hover(215, 100)
  expect(shown()).toEqual([['step shape:p0 1', 218, 135]])
  map.hover(110, 100)
  expect(shown()).toEqual([])
  map.hover(600, 200)
  expect(shown()).toEqual([['first-step shape:p1 0', 448, 60]])
  map.hover(440, 20)
  expect(shown()).toEqual([['phase 1', 436, -18]])
  map.hover(440, -30)
  expect(shown()).toEqual([['phase 1', 436, -18]])
  map.hover(880, 20)
  expect(shown()).toEqual([['phase 2', 890, 24]])
  map.hover(440, 300)
  expect(shown()).toEqual([])
})

test('[ME8] a selected phase shows the places before and after it, a selected journey the one at its end', () => {
  map.step('a', 12)
  map.editor.select(MapAtHand.id('p1'))
  expect(shown()).toEqual([
    ['phase 1', 436, -18],
    ['phase 2', 890, 24],
  ])
  map.editor.select(map.journeyId)
  expect(shown()).toEqual([['phase 2', 890, 24]])
})
