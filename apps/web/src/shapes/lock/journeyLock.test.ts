// @vitest-environment happy-dom
import { createTLStore, type Editor, type TLShape, type TLShapeId, type TLStore } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import { boardSchema } from '../../canvas/boardSchema.ts'
import { mapEditor } from '../journey/testing/mapEditor.ts'
import { JourneyLock } from './JourneyLock.ts'

const id = (name: string): TLShapeId => `shape:${name}` as TLShapeId
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

interface Opened {
  readonly editor: Editor
  readonly lock: JourneyLock
  /** Journeys that something was held back for. */
  readonly held: string[]
}

/** A board with a locked journey `j` (a step `s`, a quote `q` on it), a free card `out`, and the person who is at it. */
function open(leads: boolean): Opened {
  const store: TLStore = createTLStore({ schema: boardSchema() })
  const lock = new JourneyLock({ store, leads: () => leads })
  lock.start()
  const editor = mapEditor(store)
  const held: string[] = []
  lock.onHeld((journey) => held.push(journey))
  store.mergeRemoteChanges(() => {
    editor.createShapes([
      { id: id('j'), type: 'journey', x: 1000, y: 500, props: { title: 'Op papier' } },
      { id: id('p'), type: 'phase', parentId: id('j'), x: 0, y: 0 },
      { id: id('s'), type: 'touchpoint', parentId: id('j'), x: 12, y: 60, props: { title: 'Bellen' } },
      { id: id('t'), type: 'touchpoint', parentId: id('j'), x: 224, y: 60 },
      { id: id('q'), type: 'card', parentId: id('j'), x: 12, y: 440 },
      { id: id('out'), type: 'pain-point', x: 0, y: 0, props: { title: 'Te lang' } },
      { id: id('f'), type: 'frame', x: 900, y: 400, props: { w: 3000, h: 1500 } },
    ])
    editor.createBindings([{ type: 'belongs_to', fromId: id('q'), toId: id('s'), props: {} }])
    editor.updateShapes([{ id: id('j'), type: 'journey', props: { locked: true } }])
  })
  editor.clearHistory()
  ends.push(() => {
    editor.dispose()
    lock.stop()
  })
  return { editor, lock, held }
}

const of = (editor: Editor, name: string): TLShape => {
  const shape = editor.getShape(id(name))
  if (shape === undefined) throw new Error(`${name} is gone`)
  return shape
}
const board = (editor: Editor): string => JSON.stringify(editor.store.serialize('document'))
const titleOf = (editor: Editor, name: string): unknown => (of(editor, name).props as { title?: unknown }).title

test.each([false, true])('[JL2] nothing in a locked journey moves, leaves, comes in or goes (leads: %s)', (leads) => {
  const { editor, held } = open(leads)
  const before = board(editor)
  editor.updateShapes([
    { id: id('j'), type: 'journey', x: 0, props: { w: 99 } },
    { id: id('s'), type: 'touchpoint', x: 500, y: 1 },
    { id: id('p'), type: 'phase', props: { w: 900 } },
  ])
  editor.reparentShapes([id('s'), id('p')], editor.getCurrentPageId())
  editor.nudgeShapes([id('j')], { x: 10, y: 0 })
  editor.deleteShapes([id('j'), id('s')])
  editor.sendToBack([id('s')])
  expect(board(editor)).toBe(before)
  editor.reparentShapes([id('out')], id('j'))
  expect(of(editor, 'out').parentId).toBe(editor.getCurrentPageId())
  expect(new Set(held)).toEqual(new Set(['shape:j']))
})

test('[JL2] who does not lead changes no word in it, nor its lock; a link that starts in it stays, and none is made', () => {
  const { editor } = open(false)
  const before = board(editor)
  editor.updateShapes([
    { id: id('s'), type: 'touchpoint', props: { title: 'Iets anders' } },
    { id: id('j'), type: 'journey', props: { locked: false } },
  ])
  editor.createBindings([{ type: 'belongs_to', fromId: id('q'), toId: id('t'), props: {} }])
  editor.deleteBindings(editor.getBindingsFromShape(id('q'), 'belongs_to'))
  expect(board(editor)).toBe(before)
  // Nor does she lock what is free: the server would refuse that too.
  editor.createShapes([{ id: id('k'), type: 'journey', x: 0, y: 3000 }])
  editor.updateShapes([{ id: id('k'), type: 'journey', props: { locked: true, title: 'x' } }])
  expect((of(editor, 'k').props as { locked: boolean }).locked).toBe(false)
})

test('[JL2] from outside everybody links to its cards, and takes that link away', () => {
  const { editor, held } = open(false)
  editor.createBindings([{ type: 'belongs_to', fromId: id('out'), toId: id('s'), props: {} }])
  expect(editor.getBindingsFromShape(id('out'), 'belongs_to')).toHaveLength(1)
  editor.updateShapes([{ id: id('out'), type: 'pain-point', x: 1200, y: 700 }])
  expect(of(editor, 'out').x).toBe(1200)
  editor.deleteBindings(editor.getBindingsFromShape(id('out'), 'belongs_to'))
  expect(editor.getBindingsFromShape(id('out'), 'belongs_to')).toHaveLength(0)
  editor.deleteShapes([id('out')])
  expect(editor.getShape(id('out'))).toBeUndefined()
  expect(held).toEqual([])
})

test.each([false, true])(
  '[JL2] what is made in it stands at that place of the page; a copy of it is free (leads: %s)',
  (leads) => {
    const { editor } = open(leads)
    editor.createShapes([{ id: id('new'), type: 'idea', parentId: id('j'), x: 10, y: 20 }])
    expect(of(editor, 'new')).toMatchObject({ parentId: editor.getCurrentPageId(), x: 1010, y: 520, rotation: 0 })
    editor.duplicateShapes([id('j')])
    const copy = editor.getCurrentPageShapes().find((shape) => shape.type === 'journey' && shape.id !== id('j'))
    expect(copy?.props).toMatchObject({ locked: false, title: 'Op papier' })
    expect(editor.getSortedChildIdsForParent(copy?.id ?? id('none'))).toHaveLength(4)
  },
)

test('[JL2] who leads fills in words, and moves it when she unlocks it or asks for just that; undo brings it back', () => {
  const { editor, lock } = open(true)
  editor.updateShapes([{ id: id('s'), type: 'touchpoint', x: 900, props: { title: 'Bellen met het loket' } }])
  expect(titleOf(editor, 's')).toBe('Bellen met het loket')
  expect(of(editor, 's').x).toBe(12)
  editor.createShapes([{ id: id('line'), type: 'curve', parentId: id('j'), x: 0, y: 238 }])
  expect(of(editor, 'line').parentId).toBe(id('j'))
  editor.markHistoryStoppingPoint('move')
  lock.deliberately(() => editor.updateShapes([{ id: id('j'), type: 'journey', x: 0 }]))
  expect(of(editor, 'j').x).toBe(0)
  editor.undo()
  expect(of(editor, 'j').x).toBe(1000)
  editor.redo()
  expect(of(editor, 'j').x).toBe(0)
  editor.updateShapes([{ id: id('j'), type: 'journey', props: { locked: false } }])
  editor.updateShapes([{ id: id('j'), type: 'journey', x: 50 }])
  expect(of(editor, 'j').x).toBe(50)
})

test('[JL2] undo of who does not lead takes nothing back in it', () => {
  const { editor } = open(false)
  editor.store.mergeRemoteChanges(() =>
    editor.updateShapes([{ id: id('j'), type: 'journey', props: { locked: false } }]),
  )
  editor.markHistoryStoppingPoint('move')
  editor.updateShapes([{ id: id('s'), type: 'touchpoint', x: 500 }])
  editor.store.mergeRemoteChanges(() =>
    editor.updateShapes([{ id: id('j'), type: 'journey', props: { locked: true } }]),
  )
  editor.undo()
  expect(of(editor, 's').x).toBe(500)
})

test('[JL2] what others do passes, whatever it is', () => {
  const { editor, held } = open(false)
  editor.store.mergeRemoteChanges(() => {
    editor.updateShapes([{ id: id('s'), type: 'touchpoint', x: 500, props: { title: 'Anders' } }])
    editor.deleteShapes([id('q')])
  })
  expect([of(editor, 's').x, titleOf(editor, 's'), editor.getShape(id('q'))]).toEqual([500, 'Anders', undefined])
  expect(held).toEqual([])
})

test('[JL2] a frame around it stays where it is; an arrow between its cards may be drawn and hangs in no circle', () => {
  const { editor } = open(false)
  editor.store.mergeRemoteChanges(() => editor.reparentShapes([id('j')], id('f')))
  const before = board(editor)
  editor.updateShapes([{ id: id('f'), type: 'frame', x: 0 }])
  editor.deleteShapes([id('f')])
  expect(board(editor)).toBe(before)
  editor.updateShapes([{ id: id('f'), type: 'frame', props: { name: 'Voorbereid' } }])
  expect(of(editor, 'f').props).toMatchObject({ name: 'Voorbereid' })
  editor.createShapes([{ id: id('a'), type: 'arrow', x: 1000, y: 600 }])
  editor.createBindings([
    { type: 'arrow', fromId: id('a'), toId: id('s'), props: { terminal: 'start' } },
    { type: 'arrow', fromId: id('a'), toId: id('t'), props: { terminal: 'end' } },
  ])
  expect(editor.getBindingsFromShape(id('a'), 'arrow')).toHaveLength(2)
  expect(editor.findShapeAncestor(of(editor, 'a'), ({ type }) => type === 'journey')).toBeUndefined()
})

test.each([false, true])(
  '[LD22] a copy of an idea says who does it only when who leads made it (leads: %s)',
  (leads) => {
    const { editor } = open(leads)
    const props = { title: 'Bel terug', owner: 'Anna', status: 'agreed', deadline: '1 mei' } as const
    editor.store.mergeRemoteChanges(() => {
      editor.createShapes([{ id: id('idea'), type: 'idea', x: 0, y: 300, props }])
    })
    editor.markHistoryStoppingPoint('copy')
    editor.duplicateShapes([id('idea')], { x: 300, y: 0 })
    const copy = editor.getCurrentPageShapes().find((shape) => shape.type === 'idea' && shape.id !== id('idea'))
    expect(copy?.props).toMatchObject(leads ? props : { ...props, owner: '', status: 'proposed', deadline: '' })
    expect(of(editor, 'idea').props).toMatchObject(props)
    // Somebody takes it away, and takes that back: it is as it was.
    editor.markHistoryStoppingPoint('away')
    editor.deleteShapes([id('idea')])
    editor.undo()
    expect(of(editor, 'idea').props).toMatchObject(props)
  },
)
