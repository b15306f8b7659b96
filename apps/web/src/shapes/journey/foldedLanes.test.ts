// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hideLane, moveLane, resizeLane, showLane } from '@samenreis/model/journey/lanes/laneEdits'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { addStep } from './addStep.ts'
import { changeLanes } from './changeLanes.ts'
import { foldedCount } from './foldedLanes.ts'
import { MapAtHand } from './testing/MapAtHand.ts'

let map: MapAtHand
beforeEach(() => {
  map = new MapAtHand()
})
afterEach(() => map.editor.dispose())

const isHidden = (name: string): boolean => map.editor.isShapeHidden(MapAtHand.id(name))
const lanes = (): string => {
  const journey = map.editor.getShape(map.journeyId)
  return journey?.type === 'journey' ? journey.props.lanes.map(({ key, h }) => `${key} ${h}`).join(', ') : ''
}
const hide = (): void => changeLanes(map.editor, map.journeyId, (state) => hideLane(state, 'pain_points'))

test('[JL3] cards of a folded lane are kept and not drawn, nor an arrow to one; one undo shows them as they were', () => {
  map.step('step', 12)
  map.pain('one', 12)
  map.pain('two', 224)
  map.editor.createShapes([{ id: MapAtHand.id('arrow'), type: 'arrow', x: 0, y: 0 }])
  map.editor.createBindings([
    { type: 'arrow', fromId: MapAtHand.id('arrow'), toId: MapAtHand.id('one'), props: { terminal: 'end' } },
  ])
  const before = [lanes(), map.places()]
  hide()
  expect(['one', 'two', 'step', 'arrow'].map(isHidden)).toEqual([true, true, false, true])
  expect(foldedCount(map.editor, map.journeyId, 'pain_points')).toBe(2)
  expect(foldedCount(map.editor, map.journeyId, 'touchpoints')).toBe(0)
  expect(map.editor.getShape(map.journeyId)?.props).toMatchObject({ h: 758 - 130 })
  map.editor.undo()
  expect([lanes(), map.places()]).toEqual(before)
  hide()
  changeLanes(map.editor, map.journeyId, (state) => showLane(state, 'pain_points'))
  expect([lanes(), map.places()]).toEqual(before)
  expect(isHidden('one')).toBe(false)
})

test('[JL3] a card that is dragged into a folded lane stays in sight, and its lane opens: one undo step', () => {
  map.step('step', 12)
  map.pain('one', 12)
  map.pain('new', 448)
  hide()
  map.editor.updateShapes([{ id: MapAtHand.id('new'), type: 'pain-point', x: 448, y: 260 }])
  const before = [lanes(), map.places()]
  expect(isHidden('new')).toBe(false)
  map.drag(['new'], 0, 438 - 320)
  expect(lanes()).toContain('pain_points 170')
  expect(['one', 'new'].map(isHidden)).toEqual([false, false])
  expect(map.places()).toMatchObject({ one: [12, 430], new: [448, 430] })
  map.editor.undo()
  expect([lanes(), map.places()]).toEqual(before)
})

test('[JL3] moving and sizing a lane is one undo step each, and writes nothing where nothing changes', () => {
  map.step('step', 12)
  map.pain('one', 12)
  const before = [lanes(), map.places()]
  changeLanes(map.editor, map.journeyId, (state) => moveLane(state, 'pain_points', 0))
  expect(map.places()).toEqual({ step: [12, 230], one: [12, 60] })
  changeLanes(map.editor, map.journeyId, (state) => resizeLane(state, 'pain_points', 300))
  expect(map.places()).toEqual({ step: [12, 360], one: [12, 60] })
  changeLanes(map.editor, map.journeyId, (state) => resizeLane(state, 'pain_points', 300))
  map.editor.undo()
  map.editor.undo()
  expect([lanes(), map.places()]).toEqual(before)
})

test('[JL3] a step that is added opens a folded lane of steps', () => {
  map.step('a', 12)
  const [phase] = map.editor.getSortedChildIdsForParent(map.journeyId)
  changeLanes(map.editor, map.journeyId, (state) => hideLane(state, 'touchpoints'))
  expect(isHidden('a')).toBe(true)
  const made = addStep(map.editor, map.journeyId, { phaseId: ShapeId.parse(phase), before: 1 })
  expect(lanes()).toContain('touchpoints 190')
  expect(map.places()).toEqual({ a: [12, 60], [made?.slice('shape:'.length) ?? '']: [224, 60] })
})
