// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isPlacedFreely } from './placedFreely.ts'
import { MapAtHand } from './testing/MapAtHand.ts'
import { isUntidy, tidyPutDown } from './tidyMap.ts'

let map: MapAtHand
beforeEach(() => {
  map = new MapAtHand()
})
afterEach(() => map.editor.dispose())

test('[ME2] a card that is dropped in a cell tidies itself, in the same undo step as the drag', () => {
  map.step('a', 12)
  map.step('b', 224)
  map.pain('of-b', 224)
  map.step('c', 448)
  const before = map.places()
  map.drag(['c'], -330, 20)
  expect(map.places()).toMatchObject({ a: [12, 60], c: [224, 60], b: [436, 60], 'of-b': [436, 430] })
  expect(map.phases()).toEqual([
    [0, 648],
    [648, 436],
  ])
  map.editor.undo()
  expect(map.places()).toEqual(before)
  map.editor.redo()
  expect(map.places()).toMatchObject({ c: [224, 60] })
})

test('[ME2] several that are dropped at once are tidied at once', () => {
  map.step('a', 12)
  map.pain('one', 448)
  map.pain('two', 660)
  map.pain('there', 12)
  map.drag(['one', 'two'], -440, 6)
  expect(map.places()).toEqual({ a: [12, 60], there: [12, 430], one: [12, 562], two: [224, 430] })
  map.editor.undo()
  expect(map.places()).toMatchObject({ one: [448, 430], two: [660, 430], there: [12, 430] })
})

test('[ME2] what a tool makes and what is pasted in a cell is tidied there, with the making in one undo step', () => {
  map.step('a', 12)
  map.editor.setCurrentTool('touchpoint')
  map.click(60, 120)
  const made = map.editor.getOnlySelectedShapeId() ?? ''
  expect(map.editor.getEditingShapeId()).toBe(made)
  expect(map.places()).toEqual({ a: [224, 60], [made.slice('shape:'.length)]: [12, 60] })
  map.editor.undo()
  expect(map.places()).toEqual({ a: [12, 60] })

  map.editor.markHistoryStoppingPoint('paste')
  map.pain('pasted', 40, 470)
  tidyPutDown(map.editor, [{ id: MapAtHand.id('pasted'), before: null }])
  expect(map.places()).toMatchObject({ pasted: [12, 430] })
})

test('[ME3] Alt leaves a card exactly where it is dropped and makes no copy; others that are tidied later leave it there', () => {
  map.step('a', 12)
  map.pain('free', 448)
  map.drag(['free'], -400, 20, { altKey: true })
  expect(map.places()).toEqual({ a: [12, 60], free: [48, 450] })
  map.pain('next', 660)
  map.drag(['next'], -620, 4)
  expect(map.places()).toEqual({ a: [12, 60], free: [48, 450], next: [12, 582] })
  // Dropped once more without Alt it is one of the others again.
  map.drag(['free'], 0, 6)
  expect(map.places()).toEqual({ a: [12, 60], free: [12, 430], next: [12, 562] })
  const shape = map.editor.getShape(MapAtHand.id('free'))
  expect(shape && isPlacedFreely(shape)).toBe(false)
})

test('[ME3] Alt still copies what is no card of a map', () => {
  map.editor.createShapes([
    { id: MapAtHand.id('note'), type: 'geo', x: 0, y: 0, props: { w: 80, h: 80, fill: 'solid' } },
  ])
  map.drag(['note'], 100, 100, { altKey: true })
  expect(map.editor.getCurrentPageShapes().filter(({ type }) => type === 'geo')).toHaveLength(2)
})

test('[ME2] a card that is dropped on a step belongs to it and stands below it in its own lane, stacked with what is there', () => {
  map.step('a', 224)
  map.pain('there', 224)
  map.pain('new', 448)
  map.drag(['new'], -224, -360)
  const bindings = map.editor.getBindingsFromShape(MapAtHand.id('new'), 'belongs_to')
  expect(bindings.map(({ toId }) => toId)).toEqual([MapAtHand.id('a')])
  expect(map.places()).toEqual({ a: [224, 60], there: [224, 430], new: [224, 562] })
})

test('[ME2] a card dropped in the lane of the curves stays where it was dropped', () => {
  map.step('a', 12)
  map.drag(['a'], 300, 190)
  expect(map.places()).toEqual({ a: [312, 250] })
})

test('[ME4] a card that grows by typing moves nothing while one types, and pushes the cards below it down when typing ends', async () => {
  map.pain('up', 12)
  map.pain('down', 12, 440)
  tidyPutDown(map.editor, [{ id: MapAtHand.id('down'), before: null }])
  const up = MapAtHand.id('up')
  map.editor.markHistoryStoppingPoint('typing')
  map.editor.setEditingShape(up)
  map.editor.updateShapes([{ id: up, type: 'pain-point', props: { title: 'Wachten '.repeat(30) } }])
  const height = map.height('up')
  expect(height).toBeGreaterThan(200)
  await Promise.resolve()
  expect(map.places()).toMatchObject({ up: [12, 430], down: [12, 562] })
  map.editor.setEditingShape(null)
  await Promise.resolve()
  expect(map.places()).toMatchObject({ up: [12, 430], down: [12, 430 + height + 12] })
  map.editor.undo()
  expect(map.places()).toMatchObject({ up: [12, 430], down: [12, 562] })
})

test('[ME4] a card that somebody makes higher by hand pushes those below it down', () => {
  map.step('a', 12)
  map.step('b', 224)
  map.resize('a', 100, 60)
  expect(map.places()).toEqual({ a: [12, 60], b: [436, 60] })
  expect(map.editor.getShape(map.journeyId)).toMatchObject({ props: { lanes: [{ h: 234 }, {}, {}, {}] } })
  map.editor.undo()
  expect(map.places()).toEqual({ a: [12, 60], b: [224, 60] })
})

test('[ME3] a card that was moved by key or lies freely can be tidied after all; a tidy one needs it not', () => {
  map.step('a', 12)
  map.editor.select(MapAtHand.id('a')).updateShapes([{ id: MapAtHand.id('a'), type: 'touchpoint', x: 22 }])
  expect(isUntidy(map.editor, MapAtHand.id('a'))).toBe(true)
  tidyPutDown(map.editor, [{ id: MapAtHand.id('a'), before: null }])
  expect(isUntidy(map.editor, MapAtHand.id('a'))).toBe(false)
  map.drag(['a'], 0, 10, { altKey: true })
  expect(isUntidy(map.editor, MapAtHand.id('a'))).toBe(true)
  expect(isUntidy(map.editor, map.journeyId)).toBe(false)
})
