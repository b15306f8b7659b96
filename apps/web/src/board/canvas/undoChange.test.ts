// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { MapAtHand } from '../../shapes/journey/testing/MapAtHand.ts'
import { redoChange, undoChange } from './undoChange.ts'

const maps: MapAtHand[] = []
afterEach(() => {
  for (const { editor } of maps.splice(0)) editor.dispose()
})

/** A step that was moved, after which somebody chose and let go of cards. */
function movedAndLetGo(): MapAtHand {
  const map = new MapAtHand()
  maps.push(map)
  const { editor } = map
  map.step('a', 12)
  map.step('b', 224)
  editor.markHistoryStoppingPoint('move')
  editor.updateShape({ id: MapAtHand.id('a'), type: 'touchpoint', y: 90 })
  for (const name of ['a', 'b', 'a']) {
    editor.markHistoryStoppingPoint('choose')
    editor.select(MapAtHand.id(name))
  }
  editor.markHistoryStoppingPoint('let go')
  editor.selectNone()
  return map
}

test('[US4] one undo takes back the last change, however much was chosen and let go since, and one redo does it again', () => {
  const map = movedAndLetGo()
  undoChange(map.editor)
  expect(map.places()['a']).toEqual([12, 60])
  redoChange(map.editor)
  expect(map.places()['a']).toEqual([12, 90])
})

test('[US4] undo with nothing left to take back leaves the board as it is', () => {
  const map = movedAndLetGo()
  for (let times = 0; times < 20; times++) undoChange(map.editor)
  expect(map.editor.getCanUndo()).toBe(false)
})
