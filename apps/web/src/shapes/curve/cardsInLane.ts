import { createComputedCache, type Editor, type TLShapeId } from 'tldraw'
import { experienceBand } from './experienceBand.ts'
import type { JourneyShape } from './ownCurve.ts'
import { sameParts } from './sameParts.ts'

/** A card in the lane of the curves, from the start of the journey and the top of the lane, in board pixels. */
export interface CardBox {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

const boxes = createComputedCache(
  'cards in the lane of curves',
  (editor: Editor, journey: JourneyShape): readonly CardBox[] => {
    const band = experienceBand(journey)
    return editor.getSortedChildIdsForParent(journey.id).flatMap((id) => {
      const type = editor.getShape(id)?.type
      const bounds = type === 'phase' || type === 'curve' ? undefined : editor.getShapePageBounds(id)
      if (bounds === undefined) return []
      const { x, y } = editor.getPointInShapeSpace(journey, bounds.point)
      const box = { x, y: y - band.y, w: bounds.w, h: bounds.h }
      return box.y < band.h && box.y + box.h > 0 ? [box] : []
    })
  },
  { areResultsEqual: (a, b) => sameParts(a, b) },
)

/** Cards that lie, wholly or partly, in the lane of the curves: remarks at a point of a line. */
export function cardsInLane(editor: Editor, journeyId: TLShapeId): readonly CardBox[] {
  return boxes.get(editor, journeyId) ?? []
}
