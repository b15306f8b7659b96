import type { LaneKey } from '../../records/enumerations.ts'
import type { Lane } from '../../records/journey.ts'

/** The classic lines of a service blueprint (model.md B3, lane). */
export type BlueprintLine = 'interaction' | 'visibility' | 'internal_interaction'

/** What a person does, what she sees of the organisation, what she does not see, and what that rests on: from outside in. */
const DEPTHS = ['touchpoints', 'frontstage', 'backstage', 'support'] as const satisfies readonly LaneKey[]

const LINE_UNDER: Readonly<Record<(typeof DEPTHS)[number], BlueprintLine | null>> = {
  touchpoints: 'interaction',
  frontstage: 'visibility',
  backstage: 'internal_interaction',
  support: null,
}

/**
 * The line that runs under each lane of a map, by key of the lane. A line is there when both sides of it are: its lane, and
 * the next deeper one of the map somewhere below it. Where somebody put the deeper one above, the line would say something
 * untrue, and is left out.
 */
export function blueprintLines(lanes: readonly Pick<Lane, 'key'>[]): ReadonlyMap<LaneKey, BlueprintLine> {
  const rank = (key: LaneKey): number => lanes.findIndex((lane) => lane.key === key)
  const onMap = DEPTHS.filter((key) => rank(key) >= 0)
  const lines = new Map<LaneKey, BlueprintLine>()
  for (const [at, key] of onMap.entries()) {
    const deeper = onMap[at + 1]
    const line = LINE_UNDER[key]
    if (line !== null && deeper !== undefined && rank(deeper) > rank(key)) lines.set(key, line)
  }
  return lines
}
