import { isShapeId, type Editor, type TLShape } from 'tldraw'
import { linksByPlace } from '@samenreis/model/actions/linksByPlace'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import { ParentId, ShapeId } from '@samenreis/model/ids/recordId'
import { belongTo } from '../../shapes/belongsTo/belongTo.ts'

/**
 * Writes down what an idea belongs to by its place, now that it leaves that place for the matrix (model.md B0.3, "links
 * vastzetten"). Part of the drag's own undo step.
 *
 * @param before the idea as it was when the drag began
 */
export function fixLinks(editor: Editor, board: BoardDocument, before: TLShape<'idea'>): void {
  const id = ShapeId.parse(before.id)
  const records = new Map(readBoard(board).records)
  const stored = records.get(id)
  if (stored?.type !== 'idea') return
  // The document follows the drag; the links are those of where it came from.
  const { x, y, rotation, props } = before
  records.set(id, {
    ...stored,
    parentId: ParentId.parse(before.parentId),
    geometry: [x, y, rotation, props.w, props.h],
  })
  for (const { fromId, toId } of linksByPlace(records, id)) {
    if (isShapeId(fromId) && isShapeId(toId)) belongTo(editor, fromId, toId)
  }
}
