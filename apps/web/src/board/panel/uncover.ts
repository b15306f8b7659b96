/** A rectangle of the window, in CSS pixels. */
export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Free space kept between a card and what covered it. */
const GAP = 16

/**
 * How far the view must move, in CSS pixels, so that `card` is covered by nothing of `covers` any more: as little as possible.
 * null when nothing covers it, or when it is too large to be shown whole. What reaches the window's lower edge is left upwards,
 * anything else towards the start.
 */
export function uncover(
  card: Rectangle,
  view: Rectangle,
  covers: readonly Rectangle[],
): { readonly x: number; readonly y: number } | null {
  if (!covers.some((each) => overlaps(card, each))) return null
  let [right, bottom] = [view.right, view.bottom]
  for (const cover of covers) {
    const isBelow = cover.bottom + GAP >= view.bottom && cover.left - view.left < view.right - cover.right + GAP
    if (isBelow) bottom = Math.min(bottom, cover.top)
    else right = Math.min(right, cover.left)
  }
  const x = Math.min(0, right - GAP - card.right)
  const y = Math.min(0, bottom - GAP - card.bottom)
  const fits = card.left + x >= view.left && card.top + y >= view.top
  return fits ? { x, y } : null
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top
}
