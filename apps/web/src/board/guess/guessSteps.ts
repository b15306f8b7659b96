import { ShapeId } from '@samenreis/model/ids/recordId'
import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { journeySteps } from '../../shapes/curve/journeySteps.ts'

/** A step to give a face to. */
export interface GuessStep {
  readonly id: ShapeId
  /** From 1, over all phases. */
  readonly number: number
  /** '' = nobody gave it words yet. */
  readonly title: string
}

/** Neighbouring steps of one phase, in the order of the journey. */
export interface GuessPhase {
  /** null = outside the phases. */
  readonly id: TLShapeId | null
  readonly title: string
  readonly steps: readonly GuessStep[]
}

/** The steps of a journey from left to right, by phase; none when the journey is gone. */
export function guessPhases(editor: Editor, journeyId: TLShapeId): readonly GuessPhase[] {
  const columns = editor
    .getSortedChildIdsForParent(journeyId)
    .map((id) => editor.getShape(id))
    .filter((shape): shape is TLShape<'phase'> => shape?.type === 'phase')
  const found: { id: TLShapeId | null; title: string; steps: GuessStep[] }[] = []
  let number = 0
  for (const { id, x } of journeySteps(editor, journeyId)) {
    const step = editor.getShape<TLShape<'touchpoint'>>(id)
    const checked = ShapeId.safeParse(id)
    if (step === undefined || !checked.success) continue
    const phase = columns.findLast((column) => x >= column.x && x < column.x + column.props.w)
    const last = found.at(-1)
    number += 1
    const entry = { id: checked.data, number, title: step.props.title }
    if (last !== undefined && last.id === (phase?.id ?? null)) last.steps.push(entry)
    else found.push({ id: phase?.id ?? null, title: phase?.props.title ?? '', steps: [entry] })
  }
  return found
}
