// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emptyPhases, type EmptyPhase } from './emptyPhases.ts'
import { MapAtHand } from './testing/MapAtHand.ts'

let map: MapAtHand
beforeEach(() => {
  map = new MapAtHand()
})
afterEach(() => map.editor.dispose())

const empty = (): readonly EmptyPhase[] => emptyPhases(map.editor, map.journeyId)
const ids = (): string[] => empty().map(({ id }) => id)

test('[UI18] a phase asks for its first step until one stands in it; a step on a line stands in the right-hand phase', () => {
  const line = map.phases()[1]?.[0] ?? 0
  expect(ids()).toEqual(['shape:p0', 'shape:p1'])
  map.pain('worry', 12)
  expect(ids()).toEqual(['shape:p0', 'shape:p1'])
  map.step('a', line - 100)
  expect(ids()).toEqual(['shape:p0'])
  map.step('b', 12)
  expect(ids()).toEqual([])
  map.editor.deleteShape(MapAtHand.id('b'))
  expect(ids()).toEqual(['shape:p0'])
  map.editor.deleteShape(map.journeyId)
  expect(ids()).toEqual([])
})

test('[UI18] a card that moves within its phase draws no hint again', () => {
  map.step('a', 12)
  const before = empty()
  map.editor.updateShapes([{ id: MapAtHand.id('a'), type: 'touchpoint', x: 60 }])
  expect(empty()).toBe(before)
})
