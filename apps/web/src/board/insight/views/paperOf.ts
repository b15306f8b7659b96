import type { JourneyChoice } from '../JourneyChoices.ts'

/** Which of two journeys is the one on paper: the shadow journey, else the one that the other is held against. */
export function paperOf(
  journey: JourneyChoice,
  other: JourneyChoice,
): { readonly paper: JourneyChoice; readonly lived: JourneyChoice } {
  const isPaper = journey.kind === 'shadow' && other.kind !== 'shadow'
  return isPaper ? { paper: journey, lived: other } : { paper: other, lived: journey }
}
