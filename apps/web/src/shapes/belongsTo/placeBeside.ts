/** A place on a page, in board pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Free space between a card and the one it was put beside, in board pixels. */
export const BESIDE_GAP = 12

/** How many cards high or wide is looked for a free place on each side before giving up. */
const FARTHEST = 3

/**
 * Where a card goes that was dropped on its target, so that both stay readable.
 *
 * With a `home` (the card came from the same journey) it keeps its lane: beneath or above the target in its own lane when
 * that is free, else back home. Without one it goes to the nearest free side of the target: below, right, left, above.
 */
export function placeBeside(
  card: Area,
  target: Area,
  others: readonly Area[],
  home: Area | null,
): { x: number; y: number } {
  const free = (place: Area): boolean => ![target, ...others].some((other) => overlaps(place, other))
  if (home !== null) {
    const inLane = { ...card, x: target.x, y: home.y }
    return free(inLane) ? inLane : { x: home.x, y: home.y }
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
