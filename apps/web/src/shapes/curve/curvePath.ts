import type { Sentiment } from '@samenreis/model/records/enumerations'

/** A point of a drawing, in board pixels. */
export interface CurvePoint {
  readonly x: number
  readonly y: number
}

/** Room above the best and below the worst face, in board pixels: half a face and its edge. */
const FACE_ROOM = 24

/** Height of a feeling in a lane of this height: +2 at the top, -2 at the bottom, 0 in the middle. */
export function heightOf(sentiment: number, laneHeight: number): number {
  const half = Math.max(0, laneHeight / 2 - FACE_ROOM)
  return laneHeight / 2 - (sentiment / 2) * half
}

/** The feeling that is meant by this height in a lane of this height: the nearest one. */
export function feelingAtHeight(y: number, laneHeight: number): Sentiment {
  const level = heightOf(0, laneHeight) - heightOf(1, laneHeight) || 1
  // `+ 0` keeps a minus out of the zero.
  return Math.max(-2, Math.min(2, Math.round((laneHeight / 2 - y) / level))) + 0
}

/**
 * Stretches of points at neighbouring steps (`at` is the place of the step), in their order. A step without a point breaks the
 * line: not asked is not zero (model.md B2).
 */
export function stretchesOf<Point extends { readonly at: number }>(points: readonly Point[]): Point[][] {
  const found: Point[][] = []
  let before = Number.NaN
  for (const point of points) {
    const last = found.at(-1)
    if (last !== undefined && point.at === before + 1) last.push(point)
    else found.push([point])
    before = point.at
  }
  return found
}

/**
 * A smooth line through points of rising x, as the data of an SVG path; '' for fewer than two. It never rises above or sinks
 * below two neighbours (monotone cubic interpolation after Fritsch and Carlson), so it shows no feeling that nobody had.
 */
export function smoothPath(points: readonly CurvePoint[]): string {
  const [first] = points
  if (first === undefined || points.length < 2) return ''
  const tangents = monotoneTangents(points)
  const parts = [`M${round(first.x)},${round(first.y)}`]
  forPairs(points, (from, to, index) => {
    const third = (to.x - from.x) / 3
    const start = from.y + (tangents[index] ?? 0) * third
    const end = to.y - (tangents[index + 1] ?? 0) * third
    parts.push(
      `C${round(from.x + third)},${round(start)} ${round(to.x - third)},${round(end)} ${round(to.x)},${round(to.y)}`,
    )
  })
  return parts.join(' ')
}

/** Points along the smooth line, close enough together to hit with a pointer. */
export function smoothPoints(points: readonly CurvePoint[], perStretch = 8): CurvePoint[] {
  const tangents = monotoneTangents(points)
  const found: CurvePoint[] = points.slice(0, 1)
  forPairs(points, (from, to, index) => {
    const width = to.x - from.x
    for (let step = 1; step <= perStretch; step++) {
      const t = step / perStretch
      const [a, b, c, d] = [
        2 * t ** 3 - 3 * t ** 2 + 1,
        t ** 3 - 2 * t ** 2 + t,
        -2 * t ** 3 + 3 * t ** 2,
        t ** 3 - t ** 2,
      ]
      const y = a * from.y + b * width * (tangents[index] ?? 0) + c * to.y + d * width * (tangents[index + 1] ?? 0)
      found.push({ x: from.x + t * width, y })
    }
  })
  return found
}

/** Slope at each point, flat where the line turns. */
function monotoneTangents(points: readonly CurvePoint[]): number[] {
  const slopes: number[] = []
  forPairs(points, (from, to) => slopes.push(to.x > from.x ? (to.y - from.y) / (to.x - from.x) : 0))
  return points.map((_, index) => {
    const before = slopes[index - 1]
    const after = slopes[index]
    if (before === undefined) return after ?? 0
    if (after === undefined) return before
    if (before * after <= 0) return 0
    return (2 * before * after) / (before + after)
  })
}

function forPairs(
  points: readonly CurvePoint[],
  each: (from: CurvePoint, to: CurvePoint, index: number) => void,
): void {
  for (let index = 0; index + 1 < points.length; index++) {
    const from = points[index]
    const to = points[index + 1]
    if (from !== undefined && to !== undefined) each(from, to, index)
  }
}

/** A tenth of a board pixel is enough. */
function round(value: number): number {
  return Math.round(value * 10) / 10
}
