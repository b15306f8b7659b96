import { createComputedCache, type Editor, type TLShape, type TLShapeId } from 'tldraw'

/** A step of a journey with the centre of its card, in board pixels from the start of the journey. */
export interface JourneyStep {
  readonly id: TLShapeId
  readonly x: number
}

const steps = createComputedCache(
  'steps of a journey',
  (editor: Editor, journey: TLShape<'journey'>): readonly JourneyStep[] => {
    const found: JourneyStep[] = []
    for (const id of editor.getShapeAndDescendantIds([journey.id])) {
      if (editor.getShape(id)?.type !== 'touchpoint') continue
      const centre = editor.getShapePageBounds(id)?.center
      if (centre !== undefined) found.push({ id, x: editor.getPointInShapeSpace(journey, centre).x })
    }
    return found.sort((a, b) => a.x - b.x || (a.id < b.id ? -1 : 1))
  },
  // A card that moves up or down, or the whole map that moves, changes no curve.
  { areResultsEqual: (a, b) => a.length === b.length && a.every((step, at) => sameStep(step, b[at])) },
)

/** Steps of a journey from left to right, those in groups included. */
export function journeySteps(editor: Editor, journeyId: TLShapeId): readonly JourneyStep[] {
  return steps.get(editor, journeyId) ?? []
}

function sameStep(a: JourneyStep, b: JourneyStep | undefined): boolean {
  return a.id === b?.id && a.x === b.x
}
