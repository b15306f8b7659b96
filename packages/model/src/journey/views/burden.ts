import type { Counted, Waiting } from './Counted.ts'
import type { ShapeId } from '../../ids/recordId.ts'
import { journeyOf } from '../BoardOutline.ts'
import { waitingAt } from './Counted.ts'
import { handoversOf } from './handovers.ts'
import { defineView, type Seen, type ViewBoard, type ViewReads } from './View.ts'

/** What a journey costs the person (model.md B5, burden count). */
export interface Burden {
  readonly steps: Counted
  /** Steps by letter. */
  readonly letters: Counted
  /** Steps with a form: by online form, or with one form more as friction. One a step. */
  readonly forms: Counted
  readonly waiting: Waiting
  /** Steps at which the story is told again. */
  readonly toldAgain: Counted
  /** Steps with a new face. */
  readonly newContacts: Counted
  /** Steps after which the person passes to other organisations. */
  readonly handovers: Counted
}

/** The measures of a burden that are one number. */
export type BurdenMeasure = keyof Burden

/** Two journeys beside each other: before and after, on paper and in practice, now and as it should be. */
export interface BurdenChange {
  readonly before: Burden
  readonly after: Burden
  /** After minus before; below 0 is less burden. */
  readonly change: Readonly<Record<BurdenMeasure, number>>
}

const reads = {
  outline: ['journeys'],
  links: false,
  fields: { touchpoint: ['channel', 'friction', 'waitDays', 'actorIds', 'handover'], actor: [] },
} as const satisfies ViewReads

/** What one journey costs the person. */
export const burden = defineView({ name: 'burden', reads, compute: burdenOf })

/** The burden of one journey against that of another. */
export const burdenChange = defineView({
  name: 'burdenChange',
  reads,
  compute(board, beforeId: ShapeId, afterId: ShapeId): BurdenChange {
    const [before, after] = [burdenOf(board, beforeId), burdenOf(board, afterId)]
    const change = (measure: Exclude<BurdenMeasure, 'waiting'>): number => after[measure].count - before[measure].count
    return {
      before,
      after,
      change: {
        steps: change('steps'),
        letters: change('letters'),
        forms: change('forms'),
        waiting: after.waiting.days - before.waiting.days,
        toldAgain: change('toldAgain'),
        newContacts: change('newContacts'),
        handovers: change('handovers'),
      },
    }
  },
})

type Step = Seen<typeof reads, 'touchpoint'>

/** A form counts once a step: filling in one online and being given one more is the same form. */
const hasForm = ({ channel, friction }: Step): boolean => channel === 'web_form' || friction.includes('new_form')

function burdenOf(board: ViewBoard<typeof reads>, journeyId: ShapeId): Burden {
  const journey = journeyOf(board.outline, journeyId) ?? { id: journeyId, columns: [], stepIds: [] }
  const steps = journey.stepIds.flatMap((id) => board.shapes.touchpoint.get(id) ?? [])
  const counted = (holds: (step: Step) => boolean): Counted => {
    const stepIds = steps.filter(holds).map(({ id }) => id)
    return { count: stepIds.length, stepIds }
  }
  const passed = handoversOf(board, journey).map(({ fromStepId }) => fromStepId)
  return {
    steps: counted(() => true),
    letters: counted(({ channel }) => channel === 'letter'),
    forms: counted(hasForm),
    waiting: waitingAt(board, journey.stepIds),
    toldAgain: counted(({ friction }) => friction.includes('retell_story')),
    newContacts: counted(({ friction }) => friction.includes('new_contact_person')),
    handovers: { count: passed.length, stepIds: passed },
  }
}
