import { createComputedCache, type Editor, type TLShapeId } from 'tldraw'
import { voiceLines } from '../look/voiceLines.ts'
import { DOT_SIZE, FACE_SIZE, legendPlan } from './curveMeasures.ts'
import { stretchesOf } from './curvePath.ts'
import { drawTogether, journeyExperience, type DrawnPoint, type Hole } from './journeyExperience.ts'
import { journeySteps } from './journeySteps.ts'
import { journeyOfCurve, type CurveShape } from './ownCurve.ts'
import { sameParts } from './sameParts.ts'

/** Everything a curve is drawn from, in board pixels from the curve's own corner. */
export interface CurveDrawing {
  /** null = it is in no journey, or that is gone. */
  readonly journeyId: TLShapeId | null
  /** Neighbouring points that are joined, from left to right. */
  readonly stretches: readonly (readonly DrawnPoint[])[]
  /** Where a point of another line stands in this one's way. */
  readonly holes: readonly Hole[]
  /** Place of its name among those beside the lane; null = there is no room for it. */
  readonly row: number | null
  /** From the curve's own corner to the start of its lane. */
  readonly left: number
  readonly top: number
  /** Of the lane. */
  readonly height: number
  /** Half the width of a point. */
  readonly radius: number
  /** Its lane is folded, or not there. */
  readonly isHidden: boolean
}

const drawings = createComputedCache(
  'drawing of a curve',
  (editor: Editor, curve: CurveShape): CurveDrawing => {
    const radius = (voiceLines[curve.props.voice].faces ? FACE_SIZE : DOT_SIZE) / 2
    const bare = { holes: [], row: 0, left: 0, top: 0, height: curve.props.h, radius, isHidden: false }
    const journey = journeyOfCurve(editor, curve)
    if (journey === null) return { journeyId: null, stretches: [], ...bare }
    const experience = journeyExperience(editor, journey.id)
    const among = experience?.curves.find(({ id }) => id === curve.id)
    if (experience === null || among === undefined) {
      // Outside its journey a curve still shows the steps of the journey it is about.
      const points = drawTogether([curve], journeySteps(editor, journey.id), curve.props.h)[0]?.points ?? []
      return { journeyId: journey.id, stretches: stretchesOf(points), ...bare }
    }
    // Where the curve's own record says that it lies counts for nothing here: lanes are moved and sized without it.
    const [left, top] = [-curve.x, experience.band.y - curve.y]
    const moved = <Place extends { readonly x: number; readonly y: number }>(place: Place): Place => ({
      ...place,
      x: place.x + left,
      y: place.y + top,
    })
    return {
      journeyId: journey.id,
      stretches: stretchesOf(among.points.map(moved)),
      holes: among.holes.map(moved),
      row: among.row < legendPlan(experience.curves.length, experience.band.h).named ? among.row : null,
      left,
      top,
      height: experience.band.h,
      radius,
      isHidden: experience.band.isHidden,
    }
  },
  { areResultsEqual: sameParts },
)

const NOTHING: CurveDrawing = {
  journeyId: null,
  stretches: [],
  holes: [],
  row: 0,
  left: 0,
  top: 0,
  height: 0,
  radius: 0,
  isHidden: false,
}

/** What the curve looks like now: its points at the centres of the journey's steps, in the journey's lane. */
export function curveDrawing(editor: Editor, curveId: TLShapeId): CurveDrawing {
  return drawings.get(editor, curveId) ?? NOTHING
}
