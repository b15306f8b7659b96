import type { ShapeId } from '../ids/recordId.ts'
import { blindSpots } from '../journey/views/blindSpots.ts'
import { burden, burdenChange } from '../journey/views/burden.ts'
import { chainTable } from '../journey/views/chainTable.ts'
import { channelView } from '../journey/views/channelView.ts'
import { compareJourneys } from '../journey/views/compareJourneys.ts'
import { curveSummary } from '../journey/views/curveSummary.ts'
import { evidenceMeter } from '../journey/views/evidenceMeter.ts'
import { gapView } from '../journey/views/gapView.ts'
import { handovers } from '../journey/views/handovers.ts'
import { journeyList } from '../journey/views/journeyList.ts'
import { layerMeter } from '../journey/views/layerMeter.ts'
import { needsAndIdeas } from '../journey/views/needsAndIdeas.ts'
import { paperAgainstPractice } from '../journey/views/paperAgainstPractice.ts'
import { policyTable } from '../journey/views/policyTable.ts'
import { stepsWithoutNeed } from '../journey/views/stepsWithoutNeed.ts'
import type { View } from '../journey/views/View.ts'

/** A view, asked about as many journeys as it wants. */
export type AnyView = View<readonly ShapeId[], unknown>

/** Views by the number of journeys that they are about. A view that is not listed here is not tested on random boards. */
export const everyView = {
  none: [journeyList, needsAndIdeas, policyTable],
  any: [evidenceMeter, layerMeter],
  one: [blindSpots, burden, chainTable, channelView, curveSummary, gapView, handovers, stepsWithoutNeed],
  two: [burdenChange, compareJourneys, paperAgainstPractice],
} as const

/** Every view with the journeys to ask it about: each of the first two, both, and none where it may. */
export function everyQuestion(journeyIds: readonly [ShapeId, ShapeId]): { view: AnyView; args: readonly ShapeId[] }[] {
  const [first, second] = journeyIds
  const ask = (views: readonly object[], ...questions: readonly (readonly ShapeId[])[]) =>
    // Asked with the number of journeys that its list says.
    views.flatMap((view) => questions.map((args) => ({ view: view as AnyView, args })))
  return [
    ...ask(everyView.none, []),
    ...ask(everyView.any, [], [first], [first, second]),
    ...ask(everyView.one, [first], [second]),
    ...ask(everyView.two, [first, second], [second, first], [first, first]),
  ]
}
