import type { Sentiment, Voice } from '../records/enumerations.ts'

/** What a curve says, without where it is drawn. Points are by id of their step; a missing one was not asked. */
export interface VoiceCurve {
  readonly voice: Voice
  readonly points: Readonly<Record<string, Sentiment>>
}

/** How far apart the two sides are at one step. */
export interface StepGap {
  readonly stepId: string
  /** Mean of the client's curves, -2 … 2. */
  readonly client: number
  /** Mean of the staff's curves, -2 … 2. */
  readonly staff: number
  /** `staff` − `client`, -4 … 4: above 0 staff thought better of the step than the client did. */
  readonly gap: number
}

/** Voices of those who live through the journey themselves. A carer speaks for herself: her line is neither side. */
const CLIENT_VOICES: ReadonlySet<Voice> = new Set<Voice>(['client', 'expert_by_experience'])

/** Voices of those who work in the chain. */
const STAFF_VOICES: ReadonlySet<Voice> = new Set<Voice>(['professional', 'partner', 'policy', 'employer'])

/** Whose side of the gap a voice is on, or null: it takes no part in it. */
export function sideOfVoice(voice: Voice): 'client' | 'staff' | null {
  if (CLIENT_VOICES.has(voice)) return 'client'
  return STAFF_VOICES.has(voice) ? 'staff' : null
}

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
export function curveGaps(curves: readonly VoiceCurve[], stepIds: readonly string[]): StepGap[] {
  const means = (side: 'client' | 'staff') => meanOfCurves(curves.filter(({ voice }) => sideOfVoice(voice) === side))
  const [clients, staffs] = [means('client'), means('staff')]
  return stepIds.flatMap((stepId) => {
    const [client, staff] = [clients.get(stepId), staffs.get(stepId)]
    return client === undefined || staff === undefined ? [] : [{ stepId, client, staff, gap: staff - client }]
  })
}

/** The gaps worth naming: the largest first, whichever side is above, of equal ones the earlier step; a gap of 0 is none. */
export function largestGaps(gaps: readonly StepGap[], count: number): StepGap[] {
  return gaps
    .filter(({ gap }) => gap !== 0)
    .toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap))
    .slice(0, count)
}
