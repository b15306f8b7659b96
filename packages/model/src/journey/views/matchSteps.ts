import type { ShapeId } from '../../ids/recordId.ts'
import type { PhaseKey } from '../../records/enumerations.ts'
import type { JourneyOutline } from '../BoardOutline.ts'
import { dice, trigramsOf } from '../likeness.ts'
import { TrigramIndex } from '../TrigramIndex.ts'
import type { StepMatch } from './paperAgainstPractice.ts'
import { phaseNamesOfSteps } from './phaseName.ts'
import type { ShapesOf } from '../LiveBoard.ts'

/** From here on two steps of the same phase are taken to be the same one: the bar for ideas that share a card (actions.md D4). */
const SAME_STEP_LIKENESS = 0.6

/** Fields of a step that matching reads. */
export const stepMatchFields = ['sameAs', 'title'] as const

interface Step {
  readonly id: ShapeId
  readonly sameAs: ShapeId | null
  readonly title: string
}

/** What of a board is needed to find the steps of one journey in another. */
interface MatchBoard {
  readonly shapes: {
    readonly touchpoint: ShapesOf<Step>
    readonly phase: ShapesOf<{ readonly key: PhaseKey; readonly title: string }>
  }
}

/**
 * Which steps on paper are which in practice, in the order of the paper. What somebody said goes first: `sameAs`, from
 * either side, then by way of steps in other journeys. Among what is left, steps of the same phase whose words are alike, the
 * most alike first. A lived step is part of one match.
 */
export function matchSteps(board: MatchBoard, paper: JourneyOutline, lived: JourneyOutline): StepMatch[] {
  const found = new Map<ShapeId, StepMatch>()
  const free = new Set(lived.stepIds)
  const add = (paperStepId: ShapeId, ids: ReadonlySet<ShapeId>, by: StepMatch['by']): void => {
    const livedStepIds = lived.stepIds.filter((id) => ids.has(id) && free.has(id))
    if (livedStepIds.length === 0) return
    for (const id of livedStepIds) free.delete(id)
    found.set(paperStepId, { paperStepId, livedStepIds, by })
  }
  const twins = twinsOf(board)
  for (const id of paper.stepIds) add(id, twins.get(id) ?? new Set(), 'sameAs')
  for (const id of paper.stepIds) if (!found.has(id)) add(id, reachable(id, twins), 'sameAs')
  for (const [paperId, livedId] of alikePairs(board, paper, lived, (id) => !found.has(id), free)) {
    if (!found.has(paperId)) add(paperId, new Set([livedId]), 'alike')
  }
  return paper.stepIds.flatMap((id) => found.get(id) ?? [])
}

/** Step -> the steps that are said to be the same, whichever of the two says so. */
function twinsOf(board: MatchBoard): ReadonlyMap<ShapeId, ReadonlySet<ShapeId>> {
  const twins = new Map<ShapeId, Set<ShapeId>>()
  const add = (one: ShapeId, other: ShapeId): void => {
    const known = twins.get(one)
    if (known === undefined) twins.set(one, new Set([other]))
    else known.add(other)
  }
  for (const { id, sameAs } of board.shapes.touchpoint.all()) {
    if (sameAs === null || sameAs === id || board.shapes.touchpoint.get(sameAs) === null) continue
    add(id, sameAs)
    add(sameAs, id)
  }
  return twins
}

function reachable(start: ShapeId, twins: ReadonlyMap<ShapeId, ReadonlySet<ShapeId>>): ReadonlySet<ShapeId> {
  const reached = new Set([start])
  // A set is walked over what is added to it on the way.
  for (const id of reached) for (const twin of twins.get(id) ?? []) reached.add(twin)
  return reached
}

/** Pairs of free steps in the same phase that are alike: the most alike first, then in the order of the journeys. */
function alikePairs(
  board: MatchBoard,
  paper: JourneyOutline,
  lived: JourneyOutline,
  isOpen: (paperStepId: ShapeId) => boolean,
  free: ReadonlySet<ShapeId>,
): (readonly [ShapeId, ShapeId])[] {
  const [paperPhases, livedPhases] = [phaseNamesOfSteps(board, paper), phaseNamesOfSteps(board, lived)]
  const words = (id: ShapeId): ReadonlySet<string> => wordsOf(board.shapes.touchpoint.get(id))
  const phases = new Map<string | undefined, { index: TrigramIndex; steps: { id: ShapeId; size: number }[] }>()
  for (const id of lived.stepIds) {
    if (!free.has(id)) continue
    const name = livedPhases.get(id)
    const phase = phases.get(name) ?? { index: new TrigramIndex(), steps: [] }
    phases.set(name, phase)
    const ofLived = words(id)
    phase.index.add(ofLived)
    phase.steps.push({ id, size: ofLived.size })
  }
  const pairs = paper.stepIds.filter(isOpen).flatMap((paperId) => {
    const phase = phases.get(paperPhases.get(paperId))
    if (phase === undefined) return []
    const ofPaper = words(paperId)
    const shared = phase.index.sharedWith(ofPaper)
    return phase.steps.flatMap(({ id, size }, at) => {
      const likeness = dice(shared[at] ?? 0, ofPaper.size, size)
      return likeness < SAME_STEP_LIKENESS ? [] : [{ pair: [paperId, id] as const, likeness }]
    })
  })
  return pairs.toSorted((a, b) => b.likeness - a.likeness).map(({ pair }) => pair)
}

/** A record never changes, a changed step is another record: what its words come down to is worked out once. */
const wordsOfSteps = new WeakMap<Step, ReadonlySet<string>>()

function wordsOf(step: Step | null): ReadonlySet<string> {
  if (step === null) return new Set()
  const known = wordsOfSteps.get(step)
  if (known !== undefined) return known
  const words = trigramsOf(step.title)
  wordsOfSteps.set(step, words)
  return words
}
