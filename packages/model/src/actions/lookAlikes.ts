import type { ActionId } from '../ids/actionId.ts'
import { byId } from '../journey/BoardIndex.ts'
import { dice, trigramsOf } from '../journey/likeness.ts'
import { TrigramIndex } from '../journey/TrigramIndex.ts'
import type { ImprovementAction } from './improvementAction.ts'

/** From here on two titles look alike when the actions share a phase, touchpoint or pain point (actions.md D4). */
const ALIKE_WITH_SHARED_CARD = 0.6

/** From here on two titles look alike whatever they are about. */
const ALIKE_ANYWHERE = 0.85

/**
 * Actions that may be the same idea twice, both ways, by id (actions.md D4, D5.14). Never merged by itself: "Stuur een sms als er
 * iets verandert" and "Stuur een brief als er iets verandert" score 0.79 and are different ideas.
 */
export function findLookAlikes(actions: readonly ImprovementAction[]): ReadonlyMap<ActionId, readonly ActionId[]> {
  const readings = actions.toSorted(byId).map((action): Reading => ({
    id: action.id,
    trigrams: trigramsOf(action.title),
    cardIds: new Set([...action.phases, ...action.touchpoints, ...action.painPoints].map(({ id }) => id)),
    alike: [],
  }))
  const index = new TrigramIndex()
  for (const [i, reading] of readings.entries()) {
    const shared = index.sharedWith(reading.trigrams)
    index.add(reading.trigrams)
    for (let j = 0; j < i; j += 1) {
      const other = readings[j]
      const common = shared[j] ?? 0
      if (other === undefined || common === 0) continue
      const score = dice(common, reading.trigrams.size, other.trigrams.size)
      if (score < ALIKE_WITH_SHARED_CARD || (score < ALIKE_ANYWHERE && !shareCard(reading, other))) continue
      reading.alike.push(other.id)
      other.alike.push(reading.id)
    }
  }
  return new Map(readings.map(({ id, alike }) => [id, alike]))
}

/** An action, prepared for being compared with every other. */
interface Reading {
  readonly id: ActionId
  readonly trigrams: ReadonlySet<string>
  /** Phases, touchpoints and pain points. */
  readonly cardIds: ReadonlySet<string>
  /** By id, because pairs are looked at in the order of ids. */
  readonly alike: ActionId[]
}

function shareCard(a: Reading, b: Reading): boolean {
  for (const id of a.cardIds) if (b.cardIds.has(id)) return true
  return false
}
