/**
 * How much of a card is drawn. `full`: everything. `plain`: everything without shadow. `far`: icon, edge and the words in
 * larger type (look.md, Card).
 */
export type Detail = 'full' | 'plain' | 'far'

/** Below this zoom shadows cost more than they show: a full board pans twice as fast without (design.md, The board's cost). */
const SHADOW_MIN_ZOOM = 0.7
/** Below this zoom small words cannot be read, so they are left out (look.md, Card). */
const WORDS_MIN_ZOOM = 0.4

export function detailAt(zoom: number): Detail {
  if (zoom < WORDS_MIN_ZOOM) return 'far'
  return zoom < SHADOW_MIN_ZOOM ? 'plain' : 'full'
}

/** Below this zoom an icon is smaller than five pixels on the screen and a rounded corner than two: neither is drawn any more. */
const ICONS_MIN_ZOOM = 0.2

/** Whether cards are so small that only their colour, edge and words are drawn. */
export function isTiny(zoom: number): boolean {
  return zoom < ICONS_MIN_ZOOM
}
