import type { ActionId } from '../ids/actionId.ts'
import type { ImprovementAction } from './improvementAction.ts'

/** From here on two titles look alike when the actions share a phase, touchpoint or pain point (actions.md D4). */
const ALIKE_WITH_SHARED_CARD = 0.6

/** From here on two titles look alike whatever they are about. */
const ALIKE_ANYWHERE = 0.85

const FUNCTION_WORDS = new Set(
  'de het een en of van voor in op bij met te aan dat die er is zijn we wij ze zij als om naar uit'.split(' '),
)

/**
 * Actions that may be the same idea twice, both ways, by id (actions.md D4, D5.14). Never merged by itself: "Stuur een sms als er
 * iets verandert" and "Stuur een brief als er iets verandert" score 0.79 and are different ideas.
 */
export function findLookAlikes(actions: readonly ImprovementAction[]): Map<ActionId, ActionId[]> {
  const trigramSets = actions.map(({ title }) => trigramsOf(title))
  const holders = new Map<string, number[]>()
  const pairs = new Map<ActionId, ActionId[]>()
  const shared = new Uint16Array(actions.length)
  for (const [i, action] of actions.entries()) {
    const trigrams = trigramSets[i] ?? new Set()
    shared.fill(0, 0, i)
    for (const trigram of trigrams) {
      const others = holders.get(trigram)
      if (others === undefined) holders.set(trigram, [i])
      else {
        for (const other of others) shared[other] = (shared[other] ?? 0) + 1
        others.push(i)
      }
    }
    for (const [j, other] of actions.entries()) {
      if (j === i) break
      const score = (2 * (shared[j] ?? 0)) / (trigrams.size + (trigramSets[j]?.size ?? 0))
      if (score >= ALIKE_ANYWHERE || (score >= ALIKE_WITH_SHARED_CARD && shareCard(action, other))) {
        pairs.set(action.id, [...(pairs.get(action.id) ?? []), other.id])
        pairs.set(other.id, [...(pairs.get(other.id) ?? []), action.id])
      }
    }
  }
  for (const others of pairs.values()) others.sort()
  return pairs
}

/** How much two titles look alike, 0 … 1: Dice over sets of three characters. */
export function likeness(a: string, b: string): number {
  const [ofA, ofB] = [trigramsOf(a), trigramsOf(b)]
  if (ofA.size + ofB.size === 0) return 0
  const shared = [...ofA].filter((trigram) => ofB.has(trigram)).length
  return (2 * shared) / (ofA.size + ofB.size)
}

/** Sets of three characters of the sorted words that carry meaning; none when there are no such words. */
function trigramsOf(title: string): Set<string> {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FUNCTION_WORDS.has(word))
  if (words.length === 0) return new Set()
  const text = [...`  ${words.sort().join(' ')}  `]
  const trigrams = new Set<string>()
  for (let i = 0; i + 3 <= text.length; i += 1) trigrams.add(text.slice(i, i + 3).join(''))
  return trigrams
}

function shareCard(a: ImprovementAction, b: ImprovementAction): boolean {
  const ids = new Set([...a.phases, ...a.touchpoints, ...a.painPoints].map(({ id }) => id))
  return [...b.phases, ...b.touchpoints, ...b.painPoints].some(({ id }) => ids.has(id))
}
