// @vitest-environment happy-dom
import { createTLStore, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { boardSchema } from '../../canvas/boardSchema.ts'
import { mapEditor } from '../../shapes/journey/testing/mapEditor.ts'
import { JourneyLock } from '../../shapes/lock/JourneyLock.ts'
import { copyOnBoard } from './copyOnBoard.ts'
import { journeysOf, stackOnBoard } from './stackOnBoard.ts'

const id = (name: string): TLShapeId => `shape:${name}` as TLShapeId
let editor: Editor
let lock: JourneyLock
beforeEach(() => {
  const store = createTLStore({ schema: boardSchema() })
  lock = new JourneyLock({ store, leads: () => true })
  lock.start()
  editor = mapEditor(store)
})
afterEach(() => {
  editor.dispose()
  lock.stop()
})

const of = <Type extends TLShape['type']>(name: string, type: Type): TLShape<Type> => {
  const shape = editor.getShape(id(name))
  if (shape?.type !== type) throw new Error(`${name} is no ${type}`)
  return shape as TLShape<Type>
}
const board = (): string => JSON.stringify(editor.store.serialize('document'))

/** A journey with two phases, each with one step in it. */
function draw(name: string, x: number, y: number, widths: readonly [number, number], locked = false): void {
  const journey = id(name)
  const [first, second] = widths
  editor.createShapes([
    { id: journey, type: 'journey', x, y, props: { w: first + second, title: name, kind: 'individual' } },
    {
      id: id(`${name}1`),
      type: 'phase',
      parentId: journey,
      x: 0,
      y: 0,
      props: { w: first, key: 'first_contact', order: 0 },
    },
    {
      id: id(`${name}2`),
      type: 'phase',
      parentId: journey,
      x: first,
      y: 0,
      props: { w: second, key: 'feedback', order: 1 },
    },
    { id: id(`${name}a`), type: 'touchpoint', parentId: journey, x: 12, y: 60, props: { title: 'Bellen' } },
    { id: id(`${name}b`), type: 'touchpoint', parentId: journey, x: first + 12, y: 60, props: { title: 'Brief' } },
    { id: id(`${name}q`), type: 'card', parentId: journey, x: 12, y: 430 },
  ])
  if (locked) editor.updateShapes([{ id: journey, type: 'journey', props: { locked: true } }])
}

test('[JL4] a copy stands below on free ground, chosen, with its columns and steps under those of its source; one undo takes it away', () => {
  draw('j', 300, 100, [500, 448])
  editor.createShapes([{ id: id('other'), type: 'matrix', x: 600, y: 1200 }])
  editor.groupShapes([id('jb'), id('jq')], { groupId: id('group') })
  const before = board()
  const made = copyOnBoard(editor, id('j'), 'ideal')
  const copy = journeysOf(editor).find((each) => each.id === made)
  expect(copy?.props).toMatchObject({ kind: 'ideal', title: 'j', comparesWith: ['shape:j'], w: 948 })
  expect(copy).toMatchObject({ x: 300, y: (editor.getShapePageBounds(id('other'))?.maxY ?? 0) + 160 })
  expect(editor.getSelectedShapeIds()).toEqual([made])
  const children = editor.getSortedChildIdsForParent(made ?? id('none')).map((each) => editor.getShape(each))
  const steps = children.filter((each): each is TLShape<'touchpoint'> => each?.type === 'touchpoint')
  expect(steps.map(({ x, y, props }) => [x, y, props.title, props.sameAs])).toEqual([
    [12, 60, 'Bellen', 'shape:ja'],
    [512, 60, 'Brief', 'shape:jb'],
  ])
  expect(children.filter((each) => each?.type === 'phase').map((each) => each?.x)).toEqual([0, 500])
  expect(children).toHaveLength(4)
  editor.undo()
  expect(board()).toBe(before)
  expect(copyOnBoard(editor, id('gone'), 'ideal')).toBeNull()
})

test('[JL4] a locked journey is copied as well, and its copy is free', () => {
  draw('j', 0, 0, [500, 448], true)
  const made = copyOnBoard(editor, id('j'), 'joint')
  const copy = journeysOf(editor).find((each) => each.id === made)
  expect(copy?.props.locked).toBe(false)
  expect(editor.getSortedChildIdsForParent(made ?? id('none'))).toHaveLength(4)
})

test('[JL5] journeys come under each other in their order, phases of one key aligned, locked ones too; one undo brings all back', () => {
  draw('up', 50, 0, [500, 448])
  draw('down', 900, 3000, [448, 700], true)
  draw('left', -4000, 9000, [448, 448])
  editor.createShapes([{ id: id('loose'), type: 'pain-point', x: 1000, y: 3100 }])
  const before = board()
  stackOnBoard(editor, [id('down'), id('up')])
  const [up, down] = [of('up', 'journey'), of('down', 'journey')]
  expect([up.x, up.y, up.props.w]).toEqual([50, 0, 1200])
  expect([down.x, down.y, down.props.w]).toEqual([50, up.props.h + 160, 1200])
  for (const name of ['up', 'down']) {
    expect([of(`${name}1`, 'phase').props.w, of(`${name}2`, 'phase').x, of(`${name}2`, 'phase').props.w]).toEqual([
      500, 500, 700,
    ])
    expect(of(`${name}b`, 'touchpoint').x).toBe(512)
  }
  // What lay loose on it came along, what was not chosen stayed.
  expect(of('loose', 'pain-point')).toMatchObject({ x: 150, y: down.y + 100 })
  expect(of('left', 'journey').x).toBe(-4000)
  editor.undo()
  expect(board()).toBe(before)
})

test('[JL5] a stack covers nothing else: it goes below what is in the way', () => {
  draw('up', 0, 0, [500, 448])
  draw('down', 2000, 0, [448, 448])
  editor.createShapes([{ id: id('matrix'), type: 'matrix', x: 100, y: 1300 }])
  stackOnBoard(editor, [id('down'), id('up')])
  expect(of('up', 'journey').y).toBe((editor.getShapePageBounds(id('matrix'))?.maxY ?? 0) + 160)
  expect(of('matrix', 'matrix')).toMatchObject({ x: 100, y: 1300 })
})
