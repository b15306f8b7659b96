import { withoutDust } from '@samenreis/model/journey/JourneyMap'
import { organisationLanes } from '@samenreis/model/journey/LiveOutline'
import { createComputedCache, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { laneBands } from '../journey/laneBands.ts'

/** A step of a journey with the centre of its card, in board pixels from the start of the journey. */
export interface JourneyStep {
  readonly id: TLShapeId
  readonly x: number
}

const steps = createComputedCache(
  'steps of a journey',
  (editor: Editor, journey: TLShape<'journey'>): readonly JourneyStep[] => {
    const bands = laneBands(journey.props.lanes, journey.props.lanesFrom)
    const found: (JourneyStep & { readonly y: number })[] = []
    for (const id of editor.getShapeAndDescendantIds([journey.id])) {
      if (editor.getShape(id)?.type !== 'touchpoint') continue
      const centre = editor.getShapePageBounds(id)?.center
      if (centre === undefined) continue
      const { x, y } = editor.getPointInShapeSpace(journey, centre)
      const lane = bands.find((band) => y >= band.y && y < band.y + band.h)
      if (lane === undefined || !organisationLanes.has(lane.key)) found.push({ id, x: withoutDust(x), y })
    }
    return found
      .sort((a, b) => a.x - b.x || a.y - b.y || (a.id < b.id ? -1 : 1))
      .map(({ id, x }): JourneyStep => ({ id, x }))
  },
  // A card that moves up or down, or the whole map that moves, changes no curve.
  { areResultsEqual: (a, b) => a.length === b.length && a.every((step, at) => sameStep(step, b[at])) },
)

/**
 * Steps of the person in a journey, from left to right, those in groups included. What stands in a lane of the organisation is
 * none of hers (as in the views of the model, BoardOutline).
 */
export function journeySteps(editor: Editor, journeyId: TLShapeId): readonly JourneyStep[] {
  return steps.get(editor, journeyId) ?? []
}

function sameStep(a: JourneyStep, b: JourneyStep | undefined): boolean {
  return a.id === b?.id && a.x === b.x
}
