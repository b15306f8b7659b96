// @vitest-environment happy-dom
import { createTLStore, type Editor, type TLShapeId } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import { changeBetween } from '@samenreis/model/journey/map/MapChange'
import type { MapState } from '@samenreis/model/journey/map/MapState'
import { boardSchema } from '../../canvas/boardSchema.ts'
import { applyMapChange } from './applyMapChange.ts'
import { readMapState } from './readMapState.ts'
import { mapEditor } from './testing/mapEditor.ts'

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.dispose()
})

function open(): Editor {
  const editor = mapEditor(createTLStore({ schema: boardSchema() }))
  editors.push(editor)
  return editor
}

const journeyId = 'shape:j' as TLShapeId

function stateOf(editor: Editor): MapState {
  const state = readMapState(editor, journeyId)
  if (state === null) throw new Error('no journey')
  return state
}

function draw(editor: Editor): void {
  editor.createShapes([
    { id: journeyId, type: 'journey', x: 1000, y: 500 },
    { id: 'shape:p1' as TLShapeId, type: 'phase', parentId: journeyId, x: 0, y: 0, props: { w: 400 } },
    { id: 'shape:s' as TLShapeId, type: 'touchpoint', parentId: journeyId, x: 12, y: 60 },
    { id: 'shape:q' as TLShapeId, type: 'card', parentId: journeyId, x: 12, y: 440, props: { kind: 'quote' } },
    { id: 'shape:n' as TLShapeId, type: 'geo', parentId: journeyId, x: 300, y: 60, rotation: Math.PI / 2 },
    { id: 'shape:c' as TLShapeId, type: 'curve', parentId: journeyId, x: 0, y: 238, props: { w: 2000, h: 180 } },
    { id: 'shape:out' as TLShapeId, type: 'card', x: 0, y: 0 },
  ])
  editor.createBindings([
    { type: 'belongs_to', fromId: 'shape:q' as TLShapeId, toId: 'shape:s' as TLShapeId, props: {} },
  ])
}

test('[ME1] a map is read relative to its journey, with what is tidied and what only moves along', () => {
  const editor = open()
  draw(editor)
  const { phases, cards, curves } = stateOf(editor)
  expect(phases).toEqual([{ id: 'shape:p1', x: 0, w: 400, order: 0 }])
  expect(curves).toEqual([{ id: 'shape:c', x: 0, y: 238, w: 2000, h: 180 }])
  const byId = new Map(cards.map((card) => [String(card.id), card]))
  expect([...byId.keys()]).toEqual(['shape:s', 'shape:q', 'shape:n'])
  expect(byId.get('shape:s')).toMatchObject({ role: 'card', laneKey: 'touchpoints', x: 12, y: 60, w: 200, h: 150 })
  expect(byId.get('shape:q')).toMatchObject({ role: 'card', laneKey: 'quotes', belongsTo: ['shape:s'] })
  // The box around a turned shape lies beside its own corner.
  expect(byId.get('shape:n')).toMatchObject({ role: 'loose', laneKey: null, x: 200, y: 60 })
  expect(readMapState(editor, 'shape:gone' as TLShapeId)).toBeNull()
  expect(readMapState(editor, 'shape:s' as TLShapeId)).toBeNull()
})

test('[ME1] a change of the map is written in one go, and one undo takes it back; what is gone is left out', () => {
  const editor = open()
  draw(editor)
  const before = stateOf(editor)
  const after: MapState = {
    ...before,
    w: 2036,
    cards: before.cards.map((card) => ({ ...card, x: card.x + 36 })),
    curves: before.curves.map((curve) => ({ ...curve, w: 2036 })),
    phases: before.phases.map((phase) => ({ ...phase, w: 436 })),
  }
  const change = changeBetween(before, after)
  editor.markHistoryStoppingPoint('edit of the map')
  applyMapChange(editor, journeyId, change)
  expect(stateOf(editor)).toEqual(after)
  editor.undo()
  expect(stateOf(editor)).toEqual(before)
  editor.deleteShapes(['shape:s' as TLShapeId, 'shape:c' as TLShapeId])
  applyMapChange(editor, journeyId, change)
  expect(stateOf(editor).cards.map(({ x }) => x)).toEqual([48, 236])
  editor.deleteShapes([journeyId])
  applyMapChange(editor, journeyId, change)
})
