import type { ShapeId } from '../../ids/recordId.ts'
import type { Channel } from '../../records/enumerations.ts'
import { journeyOf, type JourneyOutline } from '../BoardOutline.ts'
import { waitingAt, type Waiting } from './Counted.ts'
import { matchSteps, stepMatchFields } from './matchSteps.ts'
import { defineView, type ViewBoard, type ViewReads } from './View.ts'

/** A step on paper and the steps that it was in practice. */
export interface StepMatch {
  readonly paperStepId: ShapeId
  /** At least one, in the order of the lived journey. */
  readonly livedStepIds: readonly ShapeId[]
  /** `sameAs`: somebody said so; `alike`: same phase, and words that are alike. */
  readonly by: 'sameAs' | 'alike'
}

/** A match that comes at another moment than on paper, seen from the matches that stand in the same order. */
export interface OtherOrder extends StepMatch {
  readonly moved: 'earlier' | 'later'
}

/**
 * A match that took another time to get to than on paper. Waiting counts from the match before it on: what is waited at steps
 * in between that the other journey lacks belongs to it too, or a wait that has a card of its own would vanish.
 */
export interface OtherWaiting {
  readonly paperStepId: ShapeId
  readonly livedStepIds: readonly ShapeId[]
  /** null = not asked at any of these steps. */
  readonly paper: Waiting | null
  readonly lived: Waiting | null
  /** Days, lived minus paper, what was not asked taken as 0. Never 0. */
  readonly difference: number
}

/** A match in which another channel is used than on paper. */
export interface OtherChannel {
  readonly paperStepId: ShapeId
  readonly livedStepId: ShapeId
  readonly paper: Channel
  readonly lived: Channel
}

/** The shadow journey held against the lived one (systems.md A1 3 and 26). */
export interface PaperAgainstPractice {
  /** In the order of the paper journey. */
  readonly matches: readonly StepMatch[]
  /** On paper, and not lived. */
  readonly missing: readonly ShapeId[]
  /** Lived, and not on paper. */
  readonly added: readonly ShapeId[]
  /** Matches that come at another moment than on paper: as few as possible, the others stand in the same order. */
  readonly otherOrder: readonly OtherOrder[]
  readonly otherWaiting: readonly OtherWaiting[]
  readonly otherChannel: readonly OtherChannel[]
  /** Days of waiting in the whole journey. */
  readonly paperDays: number
  readonly livedDays: number
}

const reads = {
  outline: ['journeys'],
  links: false,
  fields: { touchpoint: [...stepMatchFields, 'waitDays', 'channel'], phase: ['key', 'title'] },
} as const satisfies ViewReads
type Board = ViewBoard<typeof reads>

/** The journey on paper against the lived one: what is missing, what was added, what went otherwise. */
export const paperAgainstPractice = defineView({
  name: 'paperAgainstPractice',
  reads,
  compute(board, paperId: ShapeId, livedId: ShapeId): PaperAgainstPractice {
    const empty = { columns: [], stepIds: [] }
    const paper = journeyOf(board.outline, paperId) ?? { id: paperId, ...empty }
    const lived = journeyOf(board.outline, livedId) ?? { id: livedId, ...empty }
    const matches = matchSteps(board, paper, lived)
    const onPaper = new Set(matches.map(({ paperStepId }) => paperStepId))
    const inPractice = new Set(matches.flatMap(({ livedStepIds }) => livedStepIds))
    return {
      matches,
      missing: paper.stepIds.filter((id) => !onPaper.has(id)),
      added: lived.stepIds.filter((id) => !inPractice.has(id)),
      otherOrder: outOfOrder(matches, lived.stepIds),
      otherWaiting: otherWaitings(board, matches, paper, lived),
      otherChannel: matches.flatMap((match) => otherChannels(board, match)),
      paperDays: waitingAt(board, paper.stepIds).days,
      livedDays: waitingAt(board, lived.stepIds).days,
    }
  },
})

/**
 * All matches but the longest row of them that stands in the same order in both journeys. Where two changed places, the one
 * that came later than on paper counts as moved: that is what the person waits for.
 */
function outOfOrder(matches: readonly StepMatch[], livedStepIds: readonly ShapeId[]): OtherOrder[] {
  const at = new Map(livedStepIds.map((id, index) => [id, index]))
  const places = matches.map(({ livedStepIds: [first] }) => (first === undefined ? 0 : (at.get(first) ?? 0)))
  const kept = longestRise(places)
  return matches.flatMap((match, i): OtherOrder[] => {
    if (kept.has(i)) return []
    const place = places[i] ?? 0
    // Somebody who kept her place and came before on paper, but after in practice.
    const isEarlier = [...kept].some((other) => other < i && (places[other] ?? 0) > place)
    return [{ ...match, moved: isEarlier ? 'earlier' : 'later' }]
  })
}

/** Places in the list of a longest row of rising numbers; of equally long ones, the one with the lowest numbers. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  /** How long a row can be that starts here. */
  const reach = numbers.map(() => 1)
  for (let i = numbers.length - 1; i >= 0; i -= 1) {
    for (let j = i + 1; j < numbers.length; j += 1) {
      if ((numbers[j] ?? 0) > (numbers[i] ?? 0)) reach[i] = Math.max(reach[i] ?? 1, 1 + (reach[j] ?? 1))
    }
  }
  const row = new Set<number>()
  let last = -1
  for (let left = Math.max(0, ...reach); left > 0; left -= 1) {
    let next: number | null = null
    for (const [i, number] of numbers.entries()) {
      if (reach[i] !== left || number <= (numbers[last] ?? -1) || i <= last) continue
      if (next === null || number < (numbers[next] ?? 0)) next = i
    }
    if (next === null) break
    row.add(next)
    last = next
  }
  return row
}

function otherWaitings(
  board: Board,
  matches: readonly StepMatch[],
  paper: JourneyOutline,
  lived: JourneyOutline,
): OtherWaiting[] {
  const beforePaper = stepsUpTo(paper.stepIds, new Set(matches.map(({ paperStepId }) => paperStepId)))
  const beforeLived = stepsUpTo(lived.stepIds, new Set(matches.flatMap(({ livedStepIds }) => livedStepIds)))
  return matches.flatMap(({ paperStepId, livedStepIds }): OtherWaiting[] => {
    const onPaper = askedWaiting(board, beforePaper.get(paperStepId) ?? [])
    const inPractice = askedWaiting(
      board,
      livedStepIds.flatMap((id) => beforeLived.get(id) ?? []),
    )
    const difference = (inPractice?.days ?? 0) - (onPaper?.days ?? 0)
    return difference === 0 ? [] : [{ paperStepId, livedStepIds, paper: onPaper, lived: inPractice, difference }]
  })
}

/** Matched step -> itself and the steps between it and the matched one before it. */
function stepsUpTo(
  stepIds: readonly ShapeId[],
  matched: ReadonlySet<ShapeId>,
): ReadonlyMap<ShapeId, readonly ShapeId[]> {
  const upTo = new Map<ShapeId, readonly ShapeId[]>()
  let since: ShapeId[] = []
  for (const id of stepIds) {
    since.push(id)
    if (!matched.has(id)) continue
    upTo.set(id, since)
    since = []
  }
  return upTo
}

function askedWaiting(board: Board, stepIds: readonly ShapeId[]): Waiting | null {
  const isAsked = stepIds.some((id) => (board.shapes.touchpoint.get(id)?.waitDays ?? null) !== null)
  return isAsked ? waitingAt(board, stepIds) : null
}

function otherChannels(board: Board, { paperStepId, livedStepIds }: StepMatch): OtherChannel[] {
  const paper = board.shapes.touchpoint.get(paperStepId)?.channel ?? null
  if (paper === null) return []
  return livedStepIds.flatMap((livedStepId) => {
    const lived = board.shapes.touchpoint.get(livedStepId)?.channel ?? null
    return lived === null || lived === paper ? [] : [{ paperStepId, livedStepId, paper, lived }]
  })
}
