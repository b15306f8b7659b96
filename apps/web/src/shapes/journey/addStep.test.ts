// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { addStep, placeBesideStep } from './addStep.ts'
import { MapAtHand } from './testing/MapAtHand.ts'

let map: MapAtHand
beforeEach(() => {
  map = new MapAtHand()
  map.step('a', 12)
  map.step('b', 224)
  map.pain('of-b', 224)
  map.step('c', 448)
})
afterEach(() => map.editor.dispose())

const first = ShapeId.parse('shape:p0')

test('[ME5] a step between two opens for typing, and the rest moves up with what hangs below it, in one undo step', () => {
  const before = map.places()
  const id = addStep(map.editor, map.journeyId, { phaseId: first, before: 1 })
  const name = String(id).slice('shape:'.length)
  expect(map.places()).toEqual({ a: [12, 60], [name]: [224, 60], b: [436, 60], 'of-b': [436, 430], c: [660, 60] })
  expect(map.editor.getEditingShapeId()).toBe(id)
  expect(map.editor.isIn('select.editing_shape')).toBe(true)
  map.editor.undo()
  expect(map.places()).toEqual(before)
})

test('[ME5] beside a step are the places before and after it; elsewhere there is none', () => {
  const { editor, journeyId } = map
  expect(placeBesideStep(editor, MapAtHand.id('b'), 'before')).toEqual({
    journeyId,
    place: { phaseId: first, before: 1 },
  })
  expect(placeBesideStep(editor, MapAtHand.id('b'), 'after')?.place.before).toBe(2)
  expect(placeBesideStep(editor, MapAtHand.id('c'), 'before')?.place).toEqual({ phaseId: 'shape:p1', before: 0 })
  expect(placeBesideStep(editor, MapAtHand.id('of-b'), 'after')).toBeNull()
  expect(placeBesideStep(editor, MapAtHand.id('gone'), 'after')).toBeNull()
})

test('[ME5] who may not change the board makes none, and a phase that is gone gets none', () => {
  map.editor.updateInstanceState({ isReadonly: true })
  expect(addStep(map.editor, map.journeyId, { phaseId: first, before: 1 })).toBeNull()
  map.editor.updateInstanceState({ isReadonly: false })
  map.editor.deleteShapes([MapAtHand.id('p0')])
  expect(addStep(map.editor, map.journeyId, { phaseId: first, before: 1 })).toBeNull()
  expect(addStep(map.editor, MapAtHand.id('a'), { phaseId: first, before: 1 })).toBeNull()
})
