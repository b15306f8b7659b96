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

/** The lanes of a journey that got another height: the lowest one takes the change, unless it is folded. */
export function lanesForHeight(
  lanes: readonly Lane[],
  lanesFrom: number,
  height: number,
  lowest = LANE_MIN_HEIGHT,
): Lane[] {
  const last = lanes.at(-1)
  if (last === undefined || last.foldedFrom !== undefined) return [...lanes]
  const above = lanes.slice(0, -1)
  const taken = above.reduce((sum, { h }) => sum + h, lanesFrom)
  return [...above, { ...last, h: Math.max(lowest, height - taken) }]
}

/** Lowest height of a journey with these lanes, the lowest of which may be as low as this. */
export function minJourneyHeight(lanes: readonly Lane[], lanesFrom: number, lowest = LANE_MIN_HEIGHT): number {
  const last = lanes.at(-1)
  const end = last === undefined ? 0 : last.foldedFrom === undefined ? lowest : last.h
  return lanes.slice(0, -1).reduce((sum, { h }) => sum + h, lanesFrom) + end
}
