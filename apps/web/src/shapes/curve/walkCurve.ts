import type { Editor, TLShapeId } from 'tldraw'
import type { Sentiment } from '@samenreis/model/records/enumerations'
import { journeySteps } from './journeySteps.ts'
import { feelingAt, journeyOfCurve, type CurveShape } from './ownCurve.ts'
import { stepInHand } from './stepInHand.ts'
import { writePoints } from './writePoints.ts'

/** What a key does to a chosen curve. */
export type CurveKey = 'next' | 'before' | 'first' | 'last' | 'better' | 'worse' | 'gap'

const KEYS: ReadonlyMap<string, CurveKey> = new Map<string, CurveKey>([
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'before'],
  ['Home', 'first'],
  ['End', 'last'],
  ['ArrowUp', 'better'],
  ['ArrowDown', 'worse'],
  ['Backspace', 'gap'],
  ['Delete', 'gap'],
])

/** What a key means with a curve chosen, or null: it keeps its usual meaning. */
export function curveKey(key: string): CurveKey | null {
  return KEYS.get(key) ?? null
}

/** Whether this key only looks, and may be used on the line of another. */
export function onlyLooks(key: CurveKey): boolean {
  return key === 'next' || key === 'before' || key === 'first' || key === 'last'
}

/** Where the keyboard came to. */
export interface StepTold {
  readonly curveId: TLShapeId
  readonly stepId: TLShapeId
  /** From 1. */
  readonly place: number
  readonly of: number
  /** null = no face there. */
  readonly feeling: Sentiment | null
}

/**
 * Goes from step to step of a curve, or changes the face at the one that the keyboard is at, at first the first one. A step
 * without a face counts as "gewoon" to go up or down from. null = the journey has no steps.
 */
export function walkCurve(editor: Editor, curve: CurveShape, key: CurveKey): StepTold | null {
  const journey = journeyOfCurve(editor, curve)
  const steps = journey === null ? [] : journeySteps(editor, journey.id)
  const held = stepInHand.get(editor)
  const from = held?.curveId === curve.id ? steps.findIndex(({ id }) => id === held.stepId) : -1
  const at = Math.max(0, Math.min(steps.length - 1, placeAfter(key, from, steps.length)))
  const step = steps[at]
  if (step === undefined) return null
  const feeling = feelingAfter(key, feelingAt(curve, step.id))
  stepInHand.set(editor, { curveId: curve.id, stepId: step.id })
  writePoints(editor, curve, new Map([[step.id, feeling]]))
  return { curveId: curve.id, stepId: step.id, place: at + 1, of: steps.length, feeling }
}

function placeAfter(key: CurveKey, from: number, count: number): number {
  if (key === 'first') return 0
  if (key === 'last') return count - 1
  if (key === 'next') return from + 1
  return key === 'before' ? from - 1 : from
}

function feelingAfter(key: CurveKey, feeling: Sentiment | null): Sentiment | null {
  if (key === 'gap') return null
  if (key === 'better') return Math.min(2, (feeling ?? 0) + 1)
  if (key === 'worse') return Math.max(-2, (feeling ?? 0) - 1)
  return feeling
}
