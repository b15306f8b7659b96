import type { ShapeId } from '../ids/recordId.ts'
import type { Candidate } from './Candidate.ts'
import { readWords, type Words } from './words.ts'

/** Candidates that became one action: the one that the others were merged into, and those others. */
export interface Group {
  readonly root: Candidate
  readonly words: Words
  /** Merged into the root, directly or by way of another, by id. */
  readonly merged: readonly Candidate[]
  /** Ids of root and merged: explicit links of all of them count. */
  readonly ids: readonly ShapeId[]
}

export interface Merging {
  /** By id of their root. */
  readonly groups: readonly Group[]
  /** Without words and not merged, by id (actions.md D5.17). */
  readonly empty: readonly Candidate[]
  /** `mergedInto` of these names a shape that is gone. */
  readonly dangling: ReadonlyMap<ShapeId, ShapeId>
}

/**
 * Joins merged ideas (actions.md D5.15): along a chain a -> b -> c all go into c. A `mergedInto` that is part of a cycle, or
 * that names something that is no candidate, is ignored; and so is one that would put words away in an idea without words.
 *
 * @param candidates by id
 * @param lives whether a shape is on the board
 */
export function mergeCandidates(candidates: readonly Candidate[], lives: (id: ShapeId) => boolean): Merging {
  const byId = new Map(candidates.map((candidate) => [candidate.shape.id, candidate]))
  const words = new Map(candidates.map((candidate) => [candidate.shape.id, readWords(candidate)]))
  const next = nextOf(candidates, byId)
  const rootOf = (candidate: Candidate): Candidate => {
    let root = candidate
    for (let at = next(candidate); at !== null; at = next(at)) if (words.get(at.shape.id) !== null) root = at
    return root
  }
  const merged = new Map<ShapeId, Candidate[]>()
  const roots: Candidate[] = []
  for (const candidate of candidates) {
    const root = rootOf(candidate)
    if (root === candidate) roots.push(candidate)
    else merged.set(root.shape.id, [...(merged.get(root.shape.id) ?? []), candidate])
  }
  const groups: Group[] = []
  const empty: Candidate[] = []
  for (const root of roots) {
    const rootWords = words.get(root.shape.id)
    if (rootWords === null || rootWords === undefined) {
      empty.push(root)
      continue
    }
    const others = merged.get(root.shape.id) ?? []
    groups.push({ root, words: rootWords, merged: others, ids: [root, ...others].map(({ shape }) => shape.id) })
  }
  const dangling = new Map<ShapeId, ShapeId>()
  for (const { shape, mergedInto } of candidates) {
    if (mergedInto !== null && !lives(mergedInto)) dangling.set(shape.id, mergedInto)
  }
  return { groups, empty, dangling }
}

/** The candidate that another was merged into, with every step that is part of a cycle taken out. */
function nextOf(
  candidates: readonly Candidate[],
  byId: ReadonlyMap<ShapeId, Candidate>,
): (candidate: Candidate) => Candidate | null {
  const stored = ({ mergedInto }: Candidate): Candidate | null =>
    mergedInto === null ? null : (byId.get(mergedInto) ?? null)
  const inCycle = new Set<Candidate>()
  const done = new Set<Candidate>()
  for (const start of candidates) {
    const path = new Set<Candidate>()
    let at: Candidate | null = start
    while (at !== null && !done.has(at) && !path.has(at)) {
      path.add(at)
      at = stored(at)
    }
    if (at !== null && path.has(at)) {
      const steps = [...path]
      for (const step of steps.slice(steps.indexOf(at))) inCycle.add(step)
    }
    for (const step of path) done.add(step)
  }
  return (candidate) => (inCycle.has(candidate) ? null : stored(candidate))
}
