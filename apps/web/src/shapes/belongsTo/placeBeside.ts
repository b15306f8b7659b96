/** A place on a page, in board pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** What is known of a card's place in the journey of its target. */
export interface JourneyPlace {
  /** Where it lay before, when that was in this journey. */
  readonly home: Area | null
  /** Top of the places in the lane of its kind; null when the journey has no such lane. */
  readonly laneTop: number | null
}

/** Where in a lane is looked, in cards from the target: first right under it, then ever farther to both sides. */
const ALONG_LANE = [0, 1, -1, 2, -2]

/** Free space between a card and the one it was put beside, in board pixels. */
export const BESIDE_GAP = 12

/** How many cards high or wide is looked for a free place on each side before giving up. */
const FARTHEST = 3

/**
 * Where a card goes that was dropped on its target, so that both stay readable.
 *
 * Where they lie in one journey it goes to its lane, under or above the target. A card with a `home` (it came from that journey)
 * goes back there when its lane is taken; one from outside looks further along its lane (`laneTop`). Elsewhere, or when the
 * lane is full or absent, it goes to the nearest free side of the target: below, right, left, above.
 */
export function placeBeside(
  card: Area,
  target: Area,
  others: readonly Area[],
  { home, laneTop }: JourneyPlace = { home: null, laneTop: null },
): { x: number; y: number } {
  const free = (place: Area): boolean => ![target, ...others].some((other) => overlaps(place, other))
  if (home !== null) {
    const inLane = { ...card, x: target.x, y: home.y }
    return free(inLane) ? inLane : { x: home.x, y: home.y }
  }
  if (laneTop !== null) {
    const width = card.w + BESIDE_GAP
    const places = ALONG_LANE.map((step) => ({ ...card, x: target.x + step * width, y: laneTop }))
    const place = places.find(free)
    if (place !== undefined) return place
  }
  for (let step = 0; step < FARTHEST; step++) {
    const down = step * (card.h + BESIDE_GAP)
    const across = step * (card.w + BESIDE_GAP)
    const sides = [
      { ...card, x: target.x, y: target.y + target.h + BESIDE_GAP + down },
      { ...card, x: target.x + target.w + BESIDE_GAP + across, y: target.y },
      { ...card, x: target.x - card.w - BESIDE_GAP - across, y: target.y },
      { ...card, x: target.x, y: target.y - card.h - BESIDE_GAP - down },
    ]
    const side = sides.find(free)
    if (side !== undefined) return side
  }
  return { x: target.x, y: target.y + target.h + BESIDE_GAP }
}

function overlaps(a: Area, b: Area): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
