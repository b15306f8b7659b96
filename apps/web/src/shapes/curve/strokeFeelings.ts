import type { TLShapeId } from 'tldraw'
import type { Sentiment } from '@samenreis/model/records/enumerations'
import { feelingAtHeight, type CurvePoint } from './curvePath.ts'
import type { JourneyStep } from './journeySteps.ts'

/** How far beside the centre of a step a stroke may begin or end and still tell about it, in board pixels. */
export const STROKE_REACH = 40

/**
 * The faces that a stroke gives: at each step that it passes the nearest one. Where it runs back over a step its last pass
 * counts. Steps that it does not pass are not in the result.
 *
 * @param line from the start of the journey and the top of the lane, in board pixels, in the order in which it was drawn
 */
export function strokeFeelings(
  line: readonly CurvePoint[],
  steps: readonly JourneyStep[],
  laneHeight: number,
): Map<TLShapeId, Sentiment> {
  const found = new Map<TLShapeId, Sentiment>()
  if (line.length === 0) return found
  const leftmost = line.reduce((a, b) => (b.x <= a.x ? b : a))
  const rightmost = line.reduce((a, b) => (b.x >= a.x ? b : a))
  for (const { id, x } of steps) {
    if (x < leftmost.x - STROKE_REACH || x > rightmost.x + STROKE_REACH) continue
    const y = x <= leftmost.x ? leftmost.y : x >= rightmost.x ? rightmost.y : lastHeightAt(line, x)
    if (y !== null) found.set(id, feelingAtHeight(y, laneHeight))
  }
  return found
}

/** Height at which the line last passes this place, or null when it does not. */
function lastHeightAt(line: readonly CurvePoint[], x: number): number | null {
  for (let at = line.length - 1; at > 0; at--) {
    const [from, to] = [line[at - 1], line[at]]
    if (from === undefined || to === undefined) continue
    if ((from.x <= x && x <= to.x) || (to.x <= x && x <= from.x))
      return from.x === to.x ? to.y : from.y + ((to.y - from.y) * (x - from.x)) / (to.x - from.x)
  }
  return null
}
