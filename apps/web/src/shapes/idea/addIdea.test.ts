// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { MapAtHand } from '../journey/testing/MapAtHand.ts'
import { addIdea } from './addIdea.ts'

const maps: MapAtHand[] = []
afterEach(() => {
  for (const { editor } of maps.splice(0)) editor.dispose()
})

function mapWithPain(): MapAtHand {
  const map = new MapAtHand()
  maps.push(map)
  map.step('a', 12)
  map.pain('p', 12)
  return map
}

test('[US6] an idea at a pain point belongs to it, stands under it in the lane of ideas, and goes with one undo', () => {
  const map = mapWithPain()
  const { editor } = map
  const before = map.places()
  const first = addIdea(editor, MapAtHand.id('p'))
  editor.setEditingShape(null)
  const second = addIdea(editor, MapAtHand.id('p'))
  editor.setEditingShape(null)
  if (first === null || second === null) throw new Error('no idea was made')
  const [one, two] = [first, second].map((id) => editor.getShapePageBounds(id))
  const pain = editor.getShapePageBounds(MapAtHand.id('p'))
  for (const id of [first, second]) {
    expect(editor.getBindingsFromShape(id, 'belongs_to').map(({ toId }) => toId)).toEqual([MapAtHand.id('p')])
    expect(editor.getShape(id)?.parentId).toBe(map.journeyId)
  }
  expect(one?.x).toBe(pain?.x)
  expect(one?.y).toBeGreaterThan(pain?.maxY ?? Infinity)
  expect(one !== undefined && two !== undefined && one.collides(two)).toBe(false)
  editor.undo()
  editor.undo()
  expect(map.places()).toEqual(before)
})

test('[US6] beside a map the idea comes right below the pain point', () => {
  const { editor } = mapWithPain()
  const id = MapAtHand.id('loose')
  editor.createShapes([{ id, type: 'pain-point', x: -900, y: -900 }])
  const made = addIdea(editor, id)
  const [pain, idea] = [id, made].map((each) => (each === null ? undefined : editor.getShapePageBounds(each)))
  expect(idea?.x).toBe(-900)
  expect(idea?.y).toBeGreaterThan(pain?.maxY ?? Infinity)
})

test('[US6] at a pain point that is gone no idea is made', () => {
  expect(addIdea(mapWithPain().editor, MapAtHand.id('gone'))).toBeNull()
})
