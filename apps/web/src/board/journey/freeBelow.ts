import { Box, type Editor, type TLShape, type VecLike } from 'tldraw'

/** Space between two journeys, in board pixels: the title of the lower one stands in it. */
export const JOURNEY_GAP = 160
/** Names of the lanes stand at the left of a journey; in board pixels. */
export const LANE_NAMES = 150

/** The nearest place straight below a journey, on its page, where one of its size covers nothing. */
export function freeBelow(editor: Editor, journey: TLShape<'journey'>): VecLike {
  const bounds = editor.getShapePageBounds(journey)
  if (bounds === undefined) return { x: journey.x, y: journey.y + journey.props.h + JOURNEY_GAP }
  const others = editor
    .getCurrentPageShapes()
    .filter(({ id, parentId }) => parentId === editor.getCurrentPageId() && id !== journey.id)
    .flatMap((shape) => editor.getShapePageBounds(shape) ?? [])
  const place = freePlace(
    new Box(bounds.x - LANE_NAMES, bounds.maxY + JOURNEY_GAP, bounds.w + LANE_NAMES, bounds.h),
    others,
  )
  return { x: bounds.x, y: place }
}

/**
 * How far down this box must lie to cover none of the others, each with `JOURNEY_GAP` above it free. Others that it would reach from
 * below push it on; those are finitely many, and each is passed once.
 */
export function freePlace(box: Box, others: readonly Box[]): number {
  let y = box.y
  for (let round = 0; round <= others.length; round++) {
    const wanted = new Box(box.x, y - JOURNEY_GAP / 2, box.w, box.h + JOURNEY_GAP / 2)
    const inTheWay = others.filter((other) => wanted.collides(other))
    if (inTheWay.length === 0) break
    y = Math.max(...inTheWay.map((other) => other.maxY)) + JOURNEY_GAP
  }
  return Math.round(y)
}
