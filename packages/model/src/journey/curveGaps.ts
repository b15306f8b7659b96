import type { Voice } from '../records/enumerations.ts'
import { sideOf } from './voices.ts'

/** What a curve says, without where it is drawn. Points are by id of their step; a missing one was not asked. */
export interface VoiceCurve {
  readonly voice: Voice
  readonly points: Readonly<Record<string, number>>
}

/** One step of which both sides gave a face. */
export interface StepGap<StepId extends string = string> {
  readonly stepId: StepId
  /** Mean of the clients, -2 … 2, not rounded. */
  readonly client: number
  /** Mean of the staff, -2 … 2, not rounded. */
  readonly staff: number
  /** Staff minus client, -4 … 4: above 0, staff thought it went better than it did. */
  readonly gap: number
}

/** How many of the largest gaps are named on the map. */
export const NAMED_GAPS = 3

/**
 * Mean per step of the curves that have a point there; steps with fewer than `least` points have none. A missing point does not
 * count as zero (model.md B2, Curve).
 */
export function meanOfCurves(curves: readonly VoiceCurve[], least = 1): ReadonlyMap<string, number> {
  const sums = new Map<string, { sum: number; count: number }>()
  for (const { points } of curves) {
    for (const [stepId, feeling] of Object.entries(points)) {
      const { sum, count } = sums.get(stepId) ?? { sum: 0, count: 0 }
      sums.set(stepId, { sum: sum + feeling, count: count + 1 })
    }
  }
  const means = new Map<string, number>()
  for (const [stepId, { sum, count }] of sums) if (count >= least) means.set(stepId, sum / count)
  return means
}

/** The gap at each of these steps at which both sides have a point, in the order of the steps (model.md B5, gap view). */
export function curveGaps<StepId extends string>(
  curves: readonly VoiceCurve[],
  stepIds: readonly StepId[],
): StepGap<StepId>[] {
  const means = (side: 'client' | 'staff') => meanOfCurves(curves.filter(({ voice }) => sideOf(voice) === side))
  const [clients, staffs] = [means('client'), means('staff')]
  return stepIds.flatMap((stepId) => {
    const [client, staff] = [clients.get(stepId), staffs.get(stepId)]
    return client === undefined || staff === undefined ? [] : [{ stepId, client, staff, gap: staff - client }]
  })
}

/** Gaps by size, whichever side is above; equal ones stay in the order in which they came. */
export function gapsBySize<StepId extends string>(gaps: readonly StepGap<StepId>[]): StepGap<StepId>[] {
  return gaps.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
}

/** The gaps worth naming: the largest ones, at most `NAMED_GAPS`; a step on which both sides agree is none. */
export function namedGaps<StepId extends string>(gaps: readonly StepGap<StepId>[]): StepGap<StepId>[] {
  return gapsBySize(gaps.filter(({ gap }) => gap !== 0)).slice(0, NAMED_GAPS)
}
