import type { LaneKey } from '../../records/enumerations.ts'

/** Height of a folded lane, in board pixels: a strip with its name that can be pressed. */
export const FOLDED_LANE_HEIGHT = 40

/** Lowest that somebody makes a lane, in board pixels: its name and icon fit beside it. */
export const LANE_MIN_HEIGHT = 80

/** Lowest that a lane with curves in it is made, in board pixels: five feelings can be told apart. */
export const CURVE_LANE_MIN_HEIGHT = 120

/** Height of a lane that comes onto the map, in board pixels: room for a card, for a step, for a curve. */
export const NEW_LANE_HEIGHT = 170
export const NEW_STEP_LANE_HEIGHT = 190
export const NEW_CURVE_LANE_HEIGHT = 180

/** Highest that the record takes, in board pixels (records/journey.ts). */
export const LANE_MAX_HEIGHT = 10_000

/**
 * Order in which lanes stand unless somebody moves them: what happens and how it feels, what is said of it, what could change,
 * then what the organisation does for it, from what one sees to what it rests on.
 */
export const LANE_ORDER = [
  'touchpoints',
  'experience',
  'quotes',
  'good_practices',
  'needs',
  'pain_points',
  'ideas',
  'frontstage',
  'backstage',
  'support',
  'consequences',
] as const satisfies readonly LaneKey[]
