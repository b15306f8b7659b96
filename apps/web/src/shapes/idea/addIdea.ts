import { createShapeId, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { idea } from '@samenreis/model/records/idea'
import { belongTo } from '../belongsTo/belongTo.ts'
import { BESIDE_GAP } from '../belongsTo/placeBeside.ts'
import { usualLane } from '../belongsTo/usualLane.ts'
import { laneBands } from '../journey/laneBands.ts'
import { tidyPutDown } from '../journey/tidyMap.ts'
import { isFixedShape } from '../lock/lockedShape.ts'
import { startTyping } from '../tool/placeNew.ts'

/**
 * "Idee hierbij" (facilitation.md, 1:34): a new idea that belongs to this pain point, under it in the lane of ideas or else right
 * below, ready to be typed in. One undo step. Returns null when the pain point is gone or stands in a locked journey.
 */
export function addIdea(editor: Editor, painPointId: TLShapeId): TLShapeId | null {
  const painPoint = editor.getShape(painPointId)
  if (painPoint === undefined || editor.getIsReadonly() || isFixedShape(editor, painPointId)) return null
  const id = createShapeId()
  editor.markHistoryStoppingPoint(`creating:${id}`)
  editor.run(() => {
    const { parentId, x } = painPoint
    editor.createShapes([{ id, type: 'idea', parentId, x, y: topFor(editor, painPoint) }])
    belongTo(editor, id, painPointId)
    tidyPutDown(editor, [{ id, before: null }])
  })
  if (editor.getShape(id) === undefined) return null
  startTyping(editor, id)
  return id
}

/** Where the idea comes, in the space of what the pain point stands on. On a map below what stands in that cell: tidying makes room. */
function topFor(editor: Editor, painPoint: TLShape): number {
  const journey = editor.getShape(painPoint.parentId)
  if (journey?.type === 'journey') {
    const { lanes, lanesFrom } = journey.props
    const lane = laneBands(lanes, lanesFrom).find(({ key }) => key === usualLane('idea'))
    // Its centre lies just in the lane.
    if (lane !== undefined) return Math.ceil(lane.y + lane.h - idea.size.h / 2) - 1
  }
  return painPoint.y + editor.getShapeGeometry(painPoint).bounds.h + BESIDE_GAP
}
