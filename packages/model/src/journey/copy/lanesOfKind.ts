import type { JourneyKind, LaneKey } from '../../records/enumerations.ts'

/** The lanes that a journey of each kind starts with when it is made from another one. */
export const lanesOfKind: Readonly<Record<JourneyKind, readonly LaneKey[]>> = {
  /** How it is meant to go, and what staff think that one feels. */
  shadow: ['touchpoints', 'experience'],
  individual: ['touchpoints', 'experience', 'quotes', 'pain_points'],
  joint: ['touchpoints', 'experience', 'quotes', 'pain_points', 'ideas'],
  /** What one needs, what helps, and what it takes. */
  ideal: ['touchpoints', 'experience', 'needs', 'ideas', 'consequences'],
  employee: ['touchpoints', 'experience', 'pain_points', 'ideas'],
}
