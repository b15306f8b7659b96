import type { Editor, TLBindingId, TLShapeId } from 'tldraw'
import { belongingPath, type BelongingPath } from './belongingPath.ts'

/** A line from a card to what it belongs to. */
export interface BelongingLine extends BelongingPath {
  readonly id: TLBindingId
}

/** More selected cards than this show no lines: they would be a tangle, and select-all must stay cheap. */
const MAX_SELECTED_FOR_LINES = 30

/** The lines of all `belongs_to` of which an end is selected on this page. */
export function belongingLines(editor: Editor): BelongingLine[] {
  const selected = editor.getSelectedShapeIds()
  if (selected.length > MAX_SELECTED_FOR_LINES) return []
  const lines = new Map<TLBindingId, BelongingLine>()
  for (const shapeId of selected) {
    for (const { id, fromId, toId } of editor.getBindingsInvolvingShape(shapeId, 'belongs_to')) {
      const path = pathBetween(editor, fromId, toId)
      if (path !== null) lines.set(id, { id, ...path })
    }
  }
  return [...lines.values()]
}

/** null when an end is gone, is not drawn or lies on another page. */
function pathBetween(editor: Editor, fromId: TLShapeId, toId: TLShapeId): BelongingPath | null {
  const page = editor.getCurrentPageId()
  if (editor.getAncestorPageId(fromId) !== page || editor.getAncestorPageId(toId) !== page) return null
  if (editor.isShapeHidden(fromId) || editor.isShapeHidden(toId)) return null
  const from = editor.getShapePageBounds(fromId)
  const to = editor.getShapePageBounds(toId)
  return from === undefined || to === undefined ? null : belongingPath(from, to)
}
