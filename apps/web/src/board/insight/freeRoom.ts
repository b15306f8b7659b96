import type { Rectangle } from '../panel/uncover.ts'

/** Free space kept around what is brought into view, in CSS pixels. */
const GAP = 24
/** Below this a card shows only its title (LK1); who is sent to a card wants to read it. */
const READABLE_ZOOM = 0.6
/** Zoom at which a card is shown that could not be read. */
const READING_ZOOM = 0.8

/** Part of the window that nothing covers. Of each cover the side is given up that costs least. */
export function freeRoom(view: Rectangle, covers: readonly Rectangle[]): Rectangle {
  let free = view
  for (const cover of covers) {
    const isInTheWay =
      cover.left < free.right && cover.right > free.left && cover.top < free.bottom && cover.bottom > free.top
    if (!isInTheWay) continue
    const rests: readonly Rectangle[] = [
      { ...free, right: cover.left },
      { ...free, left: cover.right },
      { ...free, bottom: cover.top },
      { ...free, top: cover.bottom },
    ]
    free = rests.reduce((best, each) => (area(each) > area(best) ? each : best))
  }
  return free
}

/** Position and zoom of a camera as tldraw has them: screen = (page + camera) x zoom, from the view's own corner. */
export interface Camera {
  readonly x: number
  readonly y: number
  readonly z: number
}

/**
 * The camera that shows `card` (page pixels) in the middle of `free` (window pixels), at the zoom there is when it can be read
 * at it, and smaller when it would not fit.
 */
export function cameraOn(card: Rectangle, view: Rectangle, free: Rectangle, zoom: number): Camera {
  const wanted = zoom < READABLE_ZOOM ? READING_ZOOM : zoom
  const fitting = Math.min(
    (free.right - free.left - 2 * GAP) / Math.max(1, card.right - card.left),
    (free.bottom - free.top - 2 * GAP) / Math.max(1, card.bottom - card.top),
  )
  const z = fitting > 0 ? Math.min(wanted, fitting) : wanted
  return {
    x: ((free.left + free.right) / 2 - view.left) / z - (card.left + card.right) / 2,
    y: ((free.top + free.bottom) / 2 - view.top) / z - (card.top + card.bottom) / 2,
    z,
  }
}

function area({ left, top, right, bottom }: Rectangle): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top)
}
