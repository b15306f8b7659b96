import type { LaneKey } from '@samenreis/model/records/enumerations'
import type { Lane } from '@samenreis/model/records/journey'

/** A lane with its place: from `y` (in it) to `y + h` (not in it), in board pixels from the top of the journey. */
export interface LaneBand {
  readonly key: LaneKey
  readonly y: number
  readonly h: number
}

/** Lanes from top to bottom, each where it lies. */
export function laneBands(lanes: readonly Lane[], lanesFrom: number): LaneBand[] {
  let y = lanesFrom
  return lanes.map(({ key, h }) => {
    const band = { key, y, h }
    y += h
    return band
  })
}

/** Lowest a lane is made by resizing its journey, in board pixels. */
export const LANE_MIN_HEIGHT = 80

/** The lanes of a journey that got another height: the lowest one takes the change. */
export function lanesForHeight(lanes: readonly Lane[], lanesFrom: number, height: number): Lane[] {
  const last = lanes.at(-1)
  if (last === undefined) return []
  const above = lanes.slice(0, -1)
  const taken = above.reduce((sum, { h }) => sum + h, lanesFrom)
  return [...above, { ...last, h: Math.max(LANE_MIN_HEIGHT, height - taken) }]
}

/** Lowest height of a journey with these lanes. */
export function minJourneyHeight(lanes: readonly Lane[], lanesFrom: number): number {
  return lanes.slice(0, -1).reduce((sum, { h }) => sum + h, lanesFrom) + (lanes.length === 0 ? 0 : LANE_MIN_HEIGHT)
}
