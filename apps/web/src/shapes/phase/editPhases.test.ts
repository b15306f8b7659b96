// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { MapAtHand } from '../journey/testing/MapAtHand.ts'
import { addPhaseAt, movePhaseTo, positionOf } from './editPhases.ts'
import { keepContentOfPhases, type EmptiedPhase } from './phaseRemoval.ts'

let map: MapAtHand
let told: EmptiedPhase[]
beforeEach(() => {
  map = new MapAtHand()
  told = []
  keepContentOfPhases(map.editor, (emptied) => told.push(emptied))
  map.step('a', 12)
  map.pain('of-a', 12)
  map.step('b', 448)
})
afterEach(() => map.editor.dispose())

/** Ids of the phases from left to right, each with its order. */
function order(): (readonly [string, number])[] {
  const { editor, journeyId } = map
  return editor
    .getSortedChildIdsForParent(journeyId)
    .map((id) => editor.getShape(id))
    .flatMap((shape) => (shape?.type === 'phase' ? [shape] : []))
    .toSorted((one, other) => one.x - other.x)
    .map((shape) => [shape.id.slice('shape:'.length), shape.props.order] as const)
}

test('[ME6] a phase between two opens for its name; what stands right of it moves along, the curve gets as wide', () => {
  const id = addPhaseAt(map.editor, map.journeyId, 1)
  expect(map.editor.getEditingShapeId()).toBe(id)
  expect(order().map(([, at]) => at)).toEqual([0, 1, 2])
  expect(map.places()).toEqual({ a: [12, 60], 'of-a': [12, 430], b: [884, 60] })
  expect(map.editor.getShape(MapAtHand.id('curve'))).toMatchObject({ props: { w: 1308 } })
  expect(map.editor.getShape(map.journeyId)).toMatchObject({ props: { w: 1308 } })
  map.editor.undo()
  expect(order()).toEqual([
    ['p0', 0],
    ['p1', 1],
  ])
  expect(map.places()).toMatchObject({ b: [448, 60] })
})

test('[ME6] a head that is dragged over another changes place with it, with all that stands in both; one undo takes it back', () => {
  const before = map.places()
  map.drag(['p0'], 460, 30)
  expect(order()).toEqual([
    ['p1', 0],
    ['p0', 1],
  ])
  expect(map.places()).toEqual({ a: [448, 60], 'of-a': [448, 430], b: [12, 60] })
  map.editor.undo()
  expect(map.places()).toEqual(before)
  expect(order()).toEqual([
    ['p0', 0],
    ['p1', 1],
  ])
})

test('[ME6] a head that is let go before it reaches the middle of another goes back', () => {
  map.drag(['p0'], 200, 0)
  expect(map.phases()).toEqual([
    [0, 436],
    [436, 436],
  ])
  expect(map.places()).toMatchObject({ a: [12, 60] })
})

test('[ME6] without a pointer a phase moves to the left or right', () => {
  expect(positionOf(map.editor, MapAtHand.id('p1'))).toEqual({ journeyId: map.journeyId, at: 1, count: 2 })
  movePhaseTo(map.editor, MapAtHand.id('p1'), 0)
  expect(order()).toEqual([
    ['p1', 0],
    ['p0', 1],
  ])
  map.editor.undo()
  expect(map.places()).toMatchObject({ a: [12, 60], b: [448, 60] })
})

test('[ME6] a phase is made wider and narrower by its edge: what stands right of it moves along, its own content stays', () => {
  map.resizeEdge('p0', 'right', 100)
  expect(map.phases()).toEqual([
    [0, 536],
    [536, 436],
  ])
  expect(map.places()).toEqual({ a: [12, 60], 'of-a': [12, 430], b: [548, 60] })
  map.resizeEdge('p0', 'right', -900)
  expect(map.phases()).toEqual([
    [0, 224],
    [224, 436],
  ])
  expect(map.places()).toEqual({ a: [12, 60], 'of-a': [12, 430], b: [236, 60] })
  map.editor.undo().undo()
  expect(map.places()).toMatchObject({ b: [448, 60] })
})

test('[ME6] the left edge of a phase is the end of the one before it', () => {
  map.resizeEdge('p1', 'left', 60)
  expect(map.phases()).toEqual([
    [0, 496],
    [496, 436],
  ])
  map.resizeEdge('p0', 'left', 60)
  expect(map.phases()).toEqual([
    [0, 496],
    [496, 436],
  ])
})

test('[ME7] cards of a phase that is taken away stay where they are, in its neighbour, and it is told how many', () => {
  map.editor.updateShapes([{ id: MapAtHand.id('p1'), type: 'phase', props: { title: 'Eerste contact' } }])
  map.editor.markHistoryStoppingPoint('remove')
  map.editor.deleteShapes([MapAtHand.id('p0')])
  expect(told).toEqual([{ cards: 2, heir: 'Eerste contact' }])
  expect(map.places()).toEqual({ a: [12, 60], 'of-a': [12, 430], b: [448, 60] })
  expect(map.phases()).toEqual([[0, 872]])
  map.editor.undo()
  expect(map.phases()).toEqual([
    [0, 436],
    [436, 436],
  ])
  map.editor.redo()
  expect(map.phases()).toEqual([[0, 872]])
  expect(told).toHaveLength(1)
})

test('[ME7] an empty phase closes up; a journey that goes takes its phases and cards along', () => {
  map.editor.deleteShapes([MapAtHand.id('a'), MapAtHand.id('of-a')])
  map.editor.deleteShapes([MapAtHand.id('p0')])
  expect(map.phases()).toEqual([[0, 436]])
  expect(map.places()).toEqual({ b: [12, 60] })
  map.editor.deleteShapes([map.journeyId])
  expect(map.editor.getCurrentPageShapeIds().size).toBe(0)
  expect(told).toEqual([])
})

test('[ME7] a new phase that is undone goes as it came: its neighbours get nothing of it', () => {
  const before = map.phases()
  addPhaseAt(map.editor, map.journeyId, 1)
  map.editor.undo()
  expect(map.phases()).toEqual(before)
  expect(map.places()).toMatchObject({ b: [448, 60] })
  expect(told).toEqual([])
})

test('[ME6] an arrow key moves a chosen phase one place, with what stands in it', () => {
  map.editor.setCurrentTool('select').select(MapAtHand.id('p0'))
  map.press('ArrowRight')
  expect(order()).toEqual([
    ['p1', 0],
    ['p0', 1],
  ])
  expect(map.places()).toEqual({ a: [448, 60], 'of-a': [448, 430], b: [12, 60] })
  map.press('ArrowDown')
  map.press('ArrowLeft')
  expect(map.places()).toEqual({ a: [12, 60], 'of-a': [12, 430], b: [448, 60] })
})
