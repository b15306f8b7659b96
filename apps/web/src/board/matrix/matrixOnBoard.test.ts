// @vitest-environment happy-dom
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { createShapeId, createTLStore, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { boardSchema } from '../../canvas/boardSchema.ts'
import { dropIdea, registerMatrixPlaces } from '../../shapes/matrix/matrixPlaces.ts'
import { StoreBinding } from '../../sync/StoreBinding.ts'
import { canvasShape } from '../../sync/testing/canvasShape.ts'
import { headlessEditor } from '../../sync/testing/headlessEditor.ts'
import { mergeIdeas, partIdea } from '../merge/mergeIdeas.ts'
import { fixLinks } from './fixLinks.ts'

const [matrix, journey, phase, pain, step, idea, other] = ['m', 'j', 'f', 'pp', 't', 'i', 'o'].map((id) =>
  createShapeId(id),
) as [TLShapeId, TLShapeId, TLShapeId, TLShapeId, TLShapeId, TLShapeId, TLShapeId]
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A journey with an idea right under a pain point and a step, an empty matrix of 500 beside it, another idea on the page. */
function board(): Editor {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate())
  const document = new BoardDocument(doc)
  const store = createTLStore({ schema: boardSchema() })
  const binding = new StoreBinding({ board: document, store })
  binding.connect()
  const editor = headlessEditor(store)
  const stop = registerMatrixPlaces(editor, (before) => fixLinks(editor, document, before))
  ends.push(() => {
    stop()
    editor.dispose()
    binding.disconnect()
  })
  const page = editor.getCurrentPageId()
  const lanes = ['touchpoints', 'pain_points', 'ideas'].map((key) => ({ key, h: 170 }))
  editor.createShapes(
    [
      canvasShape('journey', journey, { w: 400, h: 558, lanes, lanesFrom: 48 }, { parentId: page }),
      canvasShape('phase', phase, { w: 400, title: 'Eerste contact' }, { parentId: journey }),
      canvasShape('touchpoint', step, { title: 'Bellen' }, { parentId: journey, x: 12, y: 60 }),
      canvasShape('pain-point', pain, { title: 'Niemand belt terug' }, { parentId: journey, x: 12, y: 230 }),
      canvasShape('idea', idea, { title: 'Bel terug', w: 200, h: 130 }, { parentId: journey, x: 12, y: 400 }),
      canvasShape('idea', other, { title: 'Bel altijd terug', w: 200, h: 130 }, { parentId: page, x: 0, y: 900 }),
      canvasShape('matrix', matrix, { w: 500, h: 500 }, { parentId: page, x: 1000, y: 0 }),
    ].map(({ index: _index, ...shape }) => shape as never),
  )
  binding.flush()
  return editor
}

const ideaOf = (editor: Editor, id: TLShapeId = idea): TLShape<'idea'> => {
  const shape = editor.getShape(id)
  if (shape?.type !== 'idea') throw new Error('the idea is gone')
  return shape
}
const scores = (editor: Editor): unknown[] => [ideaOf(editor).props.effort, ideaOf(editor).props.impact]
const belongings = (editor: Editor): string[] =>
  editor
    .getBindingsFromShape(idea, 'belongs_to')
    .map(({ toId }) => toId)
    .sort()

/** Drags the idea so that its centre lies here in the matrix, as the select tool does: moved, reparented, then let go. */
function dragToMatrix(editor: Editor, x: number, y: number): void {
  const before = ideaOf(editor)
  editor.markHistoryStoppingPoint('drag')
  editor.setCurrentTool('select.translating', { target: 'selection', isCreating: false } as never)
  editor.reparentShapes([idea], matrix)
  editor.updateShape({ id: idea, type: 'idea', x: x - 100, y: y - 65 })
  editor.setCurrentTool('select.idle')
  dropIdea(editor, before)
}

test('[MB1] an idea that is dragged to the matrix keeps what it belonged to by its place, as part of the drag', () => {
  const editor = board()
  expect(belongings(editor)).toEqual([])
  dragToMatrix(editor, 150, 50)
  expect(belongings(editor)).toEqual([pain, step].sort())
  editor.undo()
  expect(belongings(editor)).toEqual([])
  expect(ideaOf(editor).parentId).toBe(journey)
})

test('[MB2] the place on the matrix says effort and impact, after a drag and after the arrow keys', () => {
  const editor = board()
  dragToMatrix(editor, 150, 50)
  expect(scores(editor)).toEqual([2, 5])
  editor.updateShape({ id: idea, type: 'idea', x: ideaOf(editor).x + 100 })
  expect(scores(editor)).toEqual([3, 5])
})

test('[MB2] over the edge of the matrix nothing is said anew', () => {
  const editor = board()
  dragToMatrix(editor, 150, 50)
  editor.updateShape({ id: idea, type: 'idea', x: -400 })
  expect(scores(editor)).toEqual([2, 5])
})

test('[MB3] a score that is chosen in the panel brings the idea to its place; on the matrix none can be empty', () => {
  const editor = board()
  dragToMatrix(editor, 150, 50)
  editor.updateShape({ id: idea, type: 'idea', props: { impact: 1 } })
  expect([ideaOf(editor).x + 100, ideaOf(editor).y + 65]).toEqual([150, 450])
  editor.updateShape({ id: idea, type: 'idea', props: { effort: null } })
  expect(scores(editor)).toEqual([2, 1])
})

test('[MB3] outside a matrix a score moves nothing', () => {
  const editor = board()
  const { x, y } = ideaOf(editor)
  editor.updateShape({ id: idea, type: 'idea', props: { impact: 1, effort: 2 } })
  expect([ideaOf(editor).x, ideaOf(editor).y]).toEqual([x, y])
})

test('[MB4] merging is one step that can be undone, never a circle, and can be taken apart', () => {
  const editor = board()
  mergeIdeas(editor, idea, other)
  expect(ideaOf(editor, other).props.mergedInto).toBe(idea)
  mergeIdeas(editor, other, idea)
  expect([ideaOf(editor).props.mergedInto, ideaOf(editor, other).props.mergedInto]).toEqual([other, null])
  editor.undo()
  expect([ideaOf(editor).props.mergedInto, ideaOf(editor, other).props.mergedInto]).toEqual([null, idea])
  partIdea(editor, other)
  expect(ideaOf(editor, other).props.mergedInto).toBeNull()
  mergeIdeas(editor, idea, createShapeId('gone'))
  expect(ideaOf(editor).props.mergedInto).toBeNull()
})
