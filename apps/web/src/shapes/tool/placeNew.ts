import {
  createShapeId,
  type Editor,
  type TLCreateShapePartial,
  type TLShape,
  type TLShapeId,
  type VecLike,
} from 'tldraw'
import { domainKinds, type DomainType } from '@samenreis/model/records/recordKinds'
import type { DomainProps } from '../../canvas/shapeProps.ts'

/**
 * Puts a new one with its centre at this point of the page, on the container that lies there, and starts typing in it. One
 * undo step. Returns null when the board takes no more shapes.
 */
export function placeNew<Type extends DomainType>(
  editor: Editor,
  type: Type,
  point: VecLike,
  props: Partial<DomainProps<Type>> = {},
): TLShapeId | null {
  const id = createShapeId()
  editor.markHistoryStoppingPoint(`creating:${id}`)
  const size = { w: props.w ?? domainKinds[type].size.w, h: props.h ?? domainKinds[type].size.h }
  const parent = containerAt(editor, type, point)
  const corner = { x: point.x - size.w / 2, y: point.y - size.h / 2 }
  const place = parent === undefined ? corner : editor.getPointInShapeSpace(parent, corner)
  // `Type` is one of the kinds of the union, which the compiler cannot follow through a type parameter.
  const partial = {
    id,
    type,
    parentId: parent?.id ?? editor.getCurrentPageId(),
    x: Math.round(place.x),
    y: Math.round(place.y),
    props,
  } as TLCreateShapePartial
  editor.createShapes([partial])
  return editor.getShape(id) === undefined ? null : id
}

/** Selects a shape and lets the person type in it at once, when it can be typed in. */
export function startTyping(editor: Editor, id: TLShapeId): void {
  const shape = editor.getShape(id)
  if (shape === undefined) return
  editor.select(id)
  if (!editor.canEditShape(shape)) {
    editor.setCurrentTool('select.idle')
    return
  }
  editor.setEditingShape(id)
  editor.setCurrentTool('select.editing_shape', { target: 'shape', shape })
}

/** The topmost container at this point that takes a child of this kind. */
export function containerAt(editor: Editor, type: TLShape['type'], point: VecLike): TLShape | undefined {
  return editor
    .getCurrentPageShapesSorted()
    .findLast(
      (shape) =>
        editor.getShapeUtil(shape).canReceiveNewChildrenOfType(shape, type) &&
        editor.isPointInShape(shape, point, { hitInside: true, margin: 0 }),
    )
}
