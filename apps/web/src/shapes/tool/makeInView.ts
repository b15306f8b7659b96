import { createShapeId, Vec, type Editor } from 'tldraw'
import { PlacingTool } from './PlacingTool.ts'
import { startTyping } from './placeNew.ts'
import { freeMiddle } from './freeMiddle.ts'

/** tldraw's own kinds that mean something without a gesture. */
const OWN_KINDS = ['note', 'text', 'frame'] as const

/** Makes one with the tool in the hand, in the middle of the view, for who has no pointer (WCAG 2.1.1). Drawing tools make nothing. */
export function makeInView(editor: Editor): void {
  const tool = editor.root.getCurrent()
  if (tool instanceof PlacingTool) {
    tool.placeInView()
    return
  }
  const type = OWN_KINDS.find((each) => each === tool?.id)
  if (type === undefined || editor.getIsReadonly()) return
  const id = createShapeId()
  editor.markHistoryStoppingPoint(`creating:${id}`)
  editor.createShapes([{ id, type }])
  const bounds = editor.getShapePageBounds(id)
  if (bounds === undefined) return
  const { x, y } = Vec.Sub(freeMiddle(editor), Vec.Sub(bounds.center, bounds.point))
  editor.updateShapes([{ id, type, x: Math.round(x), y: Math.round(y) }])
  startTyping(editor, id)
}
