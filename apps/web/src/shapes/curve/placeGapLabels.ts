import type { CardBox } from './cardsInLane.ts'
import type { CurvePoint } from './curvePath.ts'
import type { Hole } from './journeyExperience.ts'

/** A label that wants a place near the two points that it is about. */
export interface LabelWish {
  /** Centre of the step. */
  readonly x: number
  /** Heights of the two points, in either order. */
  readonly ends: readonly [number, number]
  readonly width: number
  readonly height: number
}

/** Room around a point that a label keeps free, in board pixels: most of all, and less where the lane is full. */
const CLEARANCES = [6, 2, 0]
/** How far apart the heights are that are tried. */
const STEP = 2
/** How far a label moves aside when there is no height for it at its step. */
const ASIDES = [0, -60, 60, -90, 90]

/**
 * Centre of each label: above its upper point when there is room, else between the two, else below, else the nearest free
 * height; within the lane, on no point, on no card, on no other label. A label for which there is no free place is put between its points.
 */
export function placeGapLabels(
  wishes: readonly LabelWish[],
  taken: readonly Hole[],
  cards: readonly CardBox[],
  laneHeight: number,
): readonly CurvePoint[] {
  const placed: { centre: CurvePoint; wish: LabelWish }[] = []
  for (const wish of wishes) {
    const isFree = ({ x, y }: CurvePoint, clearance: number): boolean =>
      y - wish.height / 2 >= 0 &&
      y + wish.height / 2 <= laneHeight &&
      taken.every((hole) => !touches(hole, { x, y }, wish, clearance)) &&
      cards.every((card) => !liesOn(card, { x, y }, wish, clearance)) &&
      placed.every(
        (other) =>
          Math.abs(other.centre.x - x) >= (other.wish.width + wish.width) / 2 + clearance ||
          Math.abs(other.centre.y - y) >= (other.wish.height + wish.height) / 2 + clearance,
      )
    const tried = candidates(wish, laneHeight)
    const found = CLEARANCES.map((clearance) => tried.find((each) => isFree(each, clearance)))
    const centre = found.find((each) => each !== undefined) ?? { x: wish.x, y: (wish.ends[0] + wish.ends[1]) / 2 }
    placed.push({ centre, wish })
  }
  return placed.map(({ centre }) => centre)
}

function candidates({ x, ends, height }: LabelWish, laneHeight: number): CurvePoint[] {
  const [upper, lower] = [Math.min(...ends), Math.max(...ends)]
  const middle = (upper + lower) / 2
  const heights = (from: number, to: number): number[] => {
    const count = Math.floor(Math.abs(to - from) / STEP)
    return Array.from({ length: count + 1 }, (_, at) => from + Math.sign(to - from) * at * STEP)
  }
  const above = heights(upper - height / 2, height / 2).filter((y) => y < upper)
  const between = heights(upper, lower).toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
  const below = heights(lower + height / 2, laneHeight - height / 2).filter((y) => y > lower)
  return ASIDES.flatMap((aside) => [...above, ...between, ...below].map((y) => ({ x: x + aside, y })))
}

function liesOn({ x, y, w, h }: CardBox, centre: CurvePoint, { width, height }: LabelWish, clearance: number): boolean {
  const [dx, dy] = [Math.abs(x + w / 2 - centre.x), Math.abs(y + h / 2 - centre.y)]
  return dx < (w + width) / 2 + clearance && dy < (h + height) / 2 + clearance
}

function touches(hole: Hole, centre: CurvePoint, { width, height }: LabelWish, clearance: number): boolean {
  const dx = Math.max(0, Math.abs(hole.x - centre.x) - width / 2)
  const dy = Math.max(0, Math.abs(hole.y - centre.y) - height / 2)
  return Math.hypot(dx, dy) < hole.r + clearance
}
