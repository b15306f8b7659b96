import { useInsightState } from './InsightPlaceContext.ts'
import { chosenJourney, otherJourney, type JourneyChoice } from './JourneyChoices.ts'
import { useJourneyChoices } from './ReadingContext.ts'

/** The journeys of the board, the one that is looked at, and the one that it is held against. */
export function useChosenJourneys(): {
  readonly choices: readonly JourneyChoice[]
  readonly journey: JourneyChoice | null
  readonly other: JourneyChoice | null
} {
  const { journeyId, otherId } = useInsightState()
  const choices = useJourneyChoices()
  const journey = chosenJourney(choices, journeyId)
  return { choices, journey, other: otherJourney(choices, journey, otherId) }
}
