import { EditorAtom, type Editor, type TLShapeId } from 'tldraw'
import { stepsOf } from './feeling.ts'
import { journeyOf } from '../../shapes/curve/ownCurve.ts'

/** Which way the person goes through the steps, face by face; null = she came to this step otherwise. */
export const feelingWalk = new EditorAtom<'before' | 'next' | null>('feeling walk', () => null)

/** Where a step stands among those of its journey. */
export interface StepPlace {
  /** From 1. */
  readonly place: number
  readonly of: number
  readonly before: TLShapeId | null
  readonly next: TLShapeId | null
}

export function stepPlace(editor: Editor, stepId: TLShapeId): StepPlace | null {
  const journey = journeyOf(editor, stepId)
  const steps = journey === null ? [] : stepsOf(editor, journey.id)
  const at = steps.findIndex(({ id }) => id === stepId)
  if (at === -1) return null
  return { place: at + 1, of: steps.length, before: steps[at - 1]?.id ?? null, next: steps[at + 1]?.id ?? null }
}
