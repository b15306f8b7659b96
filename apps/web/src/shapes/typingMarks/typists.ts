import type { Editor, TLShapeId } from 'tldraw'
import { isShapeId } from 'tldraw'

/**
 * Key in the `meta` of another person's presence record: the shape that she is typing in, possibly with the field's name after
 * a dot, as in the presence that travels (model: protocol/presence.ts, `e`).
 */
export const TYPING_META = 'typing'

/** Someone else who is typing in a shape of this page. */
export interface Typist {
  readonly userId: string
  readonly name: string
  readonly colour: string
  readonly shapeId: TLShapeId
}

/** Who else is typing, and where. */
export function typists(editor: Editor): Typist[] {
  return editor.getCollaboratorsOnCurrentPage().flatMap(({ userId, userName, color, meta }) => {
    const shapeId = typedShape(meta[TYPING_META])
    return shapeId === null ? [] : [{ userId, name: userName, colour: color, shapeId }]
  })
}

/** The shape that `shape:id.field` or `shape:id` names; null for anything else. */
export function typedShape(typing: unknown): TLShapeId | null {
  if (typeof typing !== 'string') return null
  const [id = ''] = typing.split('.')
  return isShapeId(id) ? id : null
}
