import type { Editor, TLBindingId, TLShapeId } from 'tldraw'
import type { Area } from './placeBeside.ts'

/** A line from a card to what it belongs to, in board pixels of the page. */
export interface BelongingLine {
  readonly id: TLBindingId
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** More selected cards than this show no lines: they would be a tangle, and select-all must stay cheap. */
export const MAX_SELECTED_FOR_LINES = 30

/** The lines of all `belongs_to` of which an end is selected on this page. */
export function belongingLines(editor: Editor): BelongingLine[] {
  const selected = editor.getSelectedShapeIds()
  if (selected.length > MAX_SELECTED_FOR_LINES) return []
  const lines = new Map<TLBindingId, BelongingLine>()
  for (const id of selected) {
    for (const binding of editor.getBindingsInvolvingShape(id, 'belongs_to')) {
      const line = lineBetween(editor, binding.fromId, binding.toId)
      if (line !== null) lines.set(binding.id, { id: binding.id, ...line })
    }
  }
  return [...lines.values()]
}

function lineBetween(editor: Editor, fromId: TLShapeId, toId: TLShapeId): Omit<BelongingLine, 'id'> | null {
  const onPage = (id: TLShapeId): boolean => editor.getAncestorPageId(id) === editor.getCurrentPageId()
  const from = editor.getShapePageBounds(fromId)
  const to = editor.getShapePageBounds(toId)
  if (from === undefined || to === undefined || !onPage(fromId) || !onPage(toId)) return null
  const start = edgeTowards(from, centreOf(to))
  const end = edgeTowards(to, centreOf(from))
  return { x1: start.x, y1: start.y, x2: end.x, y2: end.y }
}

/** Where the straight line from the centre of an area to a point leaves the area; the centre when the point lies in it. */
export function edgeTowards(area: Area, point: { x: number; y: number }): { x: number; y: number } {
  const centre = centreOf(area)
  const [dx, dy] = [point.x - centre.x, point.y - centre.y]
  const reach = Math.min(
    dx === 0 ? Infinity : area.w / 2 / Math.abs(dx),
    dy === 0 ? Infinity : area.h / 2 / Math.abs(dy),
  )
  return reach >= 1 ? centre : { x: centre.x + dx * reach, y: centre.y + dy * reach }
}

function centreOf({ x, y, w, h }: Area): { x: number; y: number } {
  return { x: x + w / 2, y: y + h / 2 }
}
