// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MapAtHand } from '../../shapes/journey/testing/MapAtHand.ts'
import { leaveLayer, lookAtLayerAgain } from './layersLeft.ts'

let map: MapAtHand
const other = MapAtHand.id('other')
beforeEach(() => {
  map = new MapAtHand()
  map.editor.createShapes([{ id: other, type: 'journey', x: 0, y: 5000 }])
})
afterEach(() => map.editor.dispose())

const left = (): (readonly string[])[] =>
  [map.journeyId, other].map((id) => {
    const shape = map.editor.getShape(id)
    return shape?.type === 'journey' ? shape.props.layersLeft : []
  })

test('[FR4] a layer is left empty once, each in an undo of its own', () => {
  const { editor } = map
  leaveLayer(editor, map.journeyId, 'policy')
  leaveLayer(editor, map.journeyId, 'policy')
  leaveLayer(editor, map.journeyId, 'content')
  expect(left()).toEqual([['policy', 'content'], []])
  editor.undo()
  expect(left()).toEqual([['policy'], []])
})

test('[FR4] taking it back takes it from every journey that says so, in one undo', () => {
  const { editor } = map
  leaveLayer(editor, map.journeyId, 'policy')
  leaveLayer(editor, other, 'content')
  leaveLayer(editor, other, 'policy')
  lookAtLayerAgain(editor, 'policy')
  expect(left()).toEqual([[], ['content']])
  editor.undo()
  expect(left()).toEqual([['policy'], ['content', 'policy']])
})

test('[FR4] a journey that is gone keeps nothing, and nothing to take back is no step', () => {
  const { editor } = map
  leaveLayer(editor, other, 'policy')
  leaveLayer(editor, MapAtHand.id('gone'), 'content')
  lookAtLayerAgain(editor, 'steering')
  editor.undo()
  expect(left()).toEqual([[], []])
})
