import type { PhaseKey } from '@samenreis/model/records/enumerations'
import { createComputedCache, type Editor, type TLShape, type TLShapeId } from 'tldraw'

/** A phase in which no step stands yet, in board pixels from the start of its journey. */
export interface EmptyPhase {
  readonly id: TLShapeId
  readonly key: PhaseKey
  readonly x: number
  readonly w: number
}

const phases = createComputedCache(
  'phases without steps',
  (editor: Editor, journey: TLShape<'journey'>): readonly EmptyPhase[] => {
    const children = editor.getSortedChildIdsForParent(journey.id).flatMap((id) => editor.getShape(id) ?? [])
    const centres = children.flatMap((shape) => (shape.type === 'touchpoint' ? [shape.x + shape.props.w / 2] : []))
    return children
      .filter((shape): shape is TLShape<'phase'> => shape.type === 'phase')
      .filter(({ x, props }) => !centres.some((centre) => centre >= x && centre < x + props.w))
      .map(({ id, x, props }) => ({ id, key: props.key, x, w: props.w }))
  },
  // A card that moves in the journey must not draw the hints again.
  { areResultsEqual: (a, b) => a.length === b.length && a.every((phase, at) => samePhase(phase, b[at])) },
)

/** Phases of a journey that still ask for their first step. */
export function emptyPhases(editor: Editor, journeyId: TLShapeId): readonly EmptyPhase[] {
  return phases.get(editor, journeyId) ?? []
}

function samePhase(a: EmptyPhase, b: EmptyPhase | undefined): boolean {
  return a.id === b?.id && a.key === b.key && a.x === b.x && a.w === b.w
}
