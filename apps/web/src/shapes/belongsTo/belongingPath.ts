import type { Area } from './placeBeside.ts'

/** How a belonging is drawn, in board pixels of the page. */
export interface BelongingPath {
  /** Data of an SVG path from the card to its target. */
  readonly path: string
  /** Where it meets the target. */
  readonly end: Point
}

interface Point {
  readonly x: number
  readonly y: number
}

/** How far the line of two cards of one column bows out beside them: within the gap between two columns. */
const BOW = 24
/** How far from its near corner such a line meets a card. */
const CORNER = 24

/**
 * Line from a card to what it belongs to. Cards below each other are joined at their start side, so that the line runs beside
 * the cards between them and not over their words; others straight from edge to edge.
 */
export function belongingPath(from: Area, to: Area): BelongingPath {
  const isBelow = Math.abs(centreOf(from).x - centreOf(to).x) < Math.min(from.w, to.w) / 2
  if (!isBelow) {
    const start = edgeTowards(from, centreOf(to))
    const end = edgeTowards(to, centreOf(from))
    return { path: `M${start.x},${start.y} L${end.x},${end.y}`, end }
  }
  const isUnder = centreOf(from).y > centreOf(to).y
  const start = { x: from.x, y: nearCorner(from, isUnder ? 'top' : 'bottom') }
  const end = { x: to.x, y: nearCorner(to, isUnder ? 'bottom' : 'top') }
  const bow = Math.min(start.x, end.x) - BOW
  return { path: `M${start.x},${start.y} C${bow},${start.y} ${bow},${end.y} ${end.x},${end.y}`, end }
}

/** Where the straight line from the centre of an area to a point leaves the area; the centre when the point lies in it. */
export function edgeTowards(area: Area, point: Point): Point {
  const centre = centreOf(area)
  const [dx, dy] = [point.x - centre.x, point.y - centre.y]
  const reach = Math.min(
    dx === 0 ? Infinity : area.w / 2 / Math.abs(dx),
    dy === 0 ? Infinity : area.h / 2 / Math.abs(dy),
  )
  return reach >= 1 ? centre : { x: centre.x + dx * reach, y: centre.y + dy * reach }
}

function nearCorner({ y, h }: Area, side: 'top' | 'bottom'): number {
  const inset = Math.min(CORNER, h / 2)
  return side === 'top' ? y + inset : y + h - inset
}

function centreOf({ x, y, w, h }: Area): Point {
  return { x: x + w / 2, y: y + h / 2 }
}
