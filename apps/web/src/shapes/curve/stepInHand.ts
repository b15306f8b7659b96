import { EditorAtom, type TLShapeId } from 'tldraw'

/** The step that the keyboard is at in a curve. On this screen only. */
export interface StepInHand {
  readonly curveId: TLShapeId
  readonly stepId: TLShapeId
}

/** null = the keyboard is at no step. */
export const stepInHand = new EditorAtom<StepInHand | null>('step in hand', () => null)
