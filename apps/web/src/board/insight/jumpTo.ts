import type { ShapeId } from '@samenreis/model/ids/recordId'
import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { reveal } from '../../shapes/journey/foldedLanes.ts'
import type { Rectangle } from '../panel/uncover.ts'
import { cameraOn, freeRoom } from './freeRoom.ts'

const MOVE_MS = 160
/** What floats over the canvas and may cover a card. */
const COVERS = '.panel, .toolbar, .insight[data-shown="true"], .insight-return, .pinned__card, .played-line'

/**
 * Goes to a card: chosen, and in the middle of what is free of the board. Who only looks on has it outlined. Does nothing when
 * it is gone.
 */
export function jumpTo(editor: Editor, id: ShapeId): void {
  const shapeId = toShapeId(id)
  if (editor.getShape(shapeId) === undefined) return
  if (editor.getIsReadonly()) {
    editor.setHintingShapes([shapeId])
  } else {
    editor.setCurrentTool('select')
    reveal(editor, shapeId)
    editor.select(shapeId)
  }
  // The panel of the card is there with the next frame, and what it covers is known then.
  requestAnimationFrame(() => {
    if (!editor.isDisposed) bringIntoView(editor, shapeId)
  })
}

/** The same id by tldraw's name for it. */
export function toShapeId(id: ShapeId): TLShapeId {
  return createShapeId(id.slice('shape:'.length))
}

function bringIntoView(editor: Editor, id: TLShapeId): void {
  const bounds = editor.getShapePageBounds(id)
  if (bounds === undefined) return
  const { x, y, maxX, maxY } = editor.getViewportScreenBounds()
  const view: Rectangle = { left: x, top: y, right: maxX, bottom: maxY }
  const covers = [...document.querySelectorAll(COVERS)].map((each): Rectangle => each.getBoundingClientRect())
  const card: Rectangle = { left: bounds.x, top: bounds.y, right: bounds.maxX, bottom: bounds.maxY }
  // Who asked the system for less movement has it done at once (canvasUser.ts).
  editor.setCamera(cameraOn(card, view, freeRoom(view, covers), editor.getZoomLevel()), {
    animation: { duration: MOVE_MS },
  })
}
