import type { MapCard } from './MapState.ts'

/** Space between cards, and between a card and the line of its phase or lane, in board pixels (as in interchange/journeyLayout.ts). */
export const MAP_GAP = 12

/**
 * From the start of one place for a card to the next in a phase, in board pixels: a card of 200 and the gap. Two that stand in
 * different places are farther apart than what counts as aligned (actions.md D3.2), so tidying makes no link by place.
 */
export const MAP_SLOT = 212

/** Nearer to a step than this, in board pixels, a card stands below that step. */
export const HALF_SLOT = MAP_SLOT / 2

/** Narrowest phase, in board pixels: one card with its gaps. */
export const PHASE_MIN_WIDTH = MAP_SLOT + MAP_GAP

/** Width of a new phase, in board pixels: two cards with their gaps. */
export const PHASE_WIDTH = 2 * MAP_SLOT + MAP_GAP

/** In the lane of the curves a card stays where it was put: it is a remark at a point of the line. */
export const CURVE_LANE = 'experience'

/** In this lane cards stand side by side; what hangs below them goes along when they move. */
export const STEP_LANE = 'touchpoints'

export function centreX({ x, w }: Pick<MapCard, 'x' | 'w'>): number {
  return x + w / 2
}

export function centreY({ y, h }: Pick<MapCard, 'y' | 'h'>): number {
  return y + h / 2
}
