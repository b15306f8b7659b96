import { expect, test } from 'vitest'
import { ActionId } from '../ids/actionId.ts'
import { RandomSource } from '../testing/RandomSource.ts'
import { circlesOf, NAMED_MAX } from './circles.ts'

const SEEDS = 500
type Arrows = ReadonlyMap<ActionId, readonly ActionId[]>

const action = (part: number): ActionId => ActionId.parse(`act:${String(part).padStart(4, '0')}`)

function reach(first: Arrows, start: ActionId): ReadonlySet<ActionId> {
  const found = new Set<ActionId>()
  const open = [...(first.get(start) ?? [])]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (found.has(at)) continue
    found.add(at)
    open.push(...(first.get(at) ?? []))
  }
  return found
}

/** By the words of the rule: from each to the other. */
function circlesByReach(first: Arrows): Map<ActionId, readonly ActionId[]> {
  const reached = new Map([...first.keys()].map((id) => [id, reach(first, id)]))
  const circles = new Map<ActionId, readonly ActionId[]>()
  for (const [id, from] of reached) {
    if (!from.has(id)) continue
    circles.set(id, [...from].filter((other) => other !== id && reached.get(other)?.has(id) === true).sort())
  }
  return circles
}

test(`[AX530] circles are what can be reached from each other, on any board (${SEEDS} seeds)`, () => {
  let [inOne, inNone] = [0, 0]
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = new RandomSource(seed)
    const size = random.between(2, 14)
    const first = new Map<ActionId, readonly ActionId[]>()
    for (let from = 0; from < size; from += 1) {
      const to = Array.from({ length: size }, (_, at) => at).filter((at) => at !== from && random.below(size) === 0)
      if (to.length > 0) first.set(action(from), to.map(action))
    }
    const expected = circlesByReach(first)
    expect([seed, circlesOf(first)]).toEqual([seed, expected])
    inOne += expected.size
    inNone += size - expected.size
  }
  expect(Math.min(inOne, inNone)).toBeGreaterThan(SEEDS)
})

test('[AX530] of a circle of thousands each names the first twenty others, and the path is no stack of calls', () => {
  const size = 20_000
  const round = new Map(Array.from({ length: size }, (_, at) => [action(at), [action((at + 1) % size)]]))
  const circles = circlesOf(round)
  expect(circles.size).toBe(size)
  expect(circles.get(action(0))).toEqual(Array.from({ length: NAMED_MAX }, (_, at) => action(at + 1)))
  expect(circles.get(action(size - 1))).toEqual(Array.from({ length: NAMED_MAX }, (_, at) => action(at)))
})
