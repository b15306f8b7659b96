import type { ActionId } from '../ids/actionId.ts'

/** Others of a circle that are named with each of its actions: with more, a board of a thousand ideas told a million ids. */
export const NAMED_MAX = 20

/**
 * Actions that wait for each other: two are in one circle when each can be reached from the other (D5.30). Strongly connected components
 * by Tarjan, 1972, with a path of its own in the place of recursion: once over all actions and arrows, whatever they are.
 *
 * @param first action -> those that come first
 * @returns action -> the others of its circle, by id, the first `NAMED_MAX` of them; who is in none is not in it
 */
export function circlesOf(first: ReadonlyMap<ActionId, readonly ActionId[]>): Map<ActionId, readonly ActionId[]> {
  const circles = new Map<ActionId, readonly ActionId[]>()
  const numbers = new Map<ActionId, number>()
  const lowest = new Map<ActionId, number>()
  const stack: ActionId[] = []
  const onStack = new Set<ActionId>()
  for (const start of first.keys()) {
    const path: { readonly id: ActionId; at: number }[] = []
    const enter = (id: ActionId): void => {
      lowest.set(id, numbers.size)
      numbers.set(id, numbers.size)
      stack.push(id)
      onStack.add(id)
      path.push({ id, at: 0 })
    }
    if (!numbers.has(start)) enter(start)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { id } = top
      const next = first.get(id)?.[top.at]
      top.at += 1
      if (next !== undefined) {
        if (!numbers.has(next)) enter(next)
        else if (onStack.has(next)) lowest.set(id, Math.min(lowest.get(id) ?? 0, numbers.get(next) ?? 0))
        continue
      }
      path.pop()
      const before = path.at(-1)?.id
      if (before !== undefined) lowest.set(before, Math.min(lowest.get(before) ?? 0, lowest.get(id) ?? 0))
      if (lowest.get(id) !== numbers.get(id)) continue
      const circle = stack.splice(stack.lastIndexOf(id))
      for (const each of circle) onStack.delete(each)
      if (circle.length === 1) continue
      const named = circle.toSorted().slice(0, NAMED_MAX + 1)
      for (const each of circle) circles.set(each, named.filter((other) => other !== each).slice(0, NAMED_MAX))
    }
  }
  return circles
}
