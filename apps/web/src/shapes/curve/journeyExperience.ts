import { createComputedCache, type Editor, type TLShapeId } from 'tldraw'
import { Voice, type CurveStatus, type Sentiment } from '@samenreis/model/records/enumerations'
import { voiceLines } from '../look/voiceLines.ts'
import { DOT_SIZE, FACE_SIZE, LINE_PITCH, LINES_WITHIN } from './curveMeasures.ts'
import { heightOf } from './curvePath.ts'
import { experienceBand, type ExperienceBand } from './experienceBand.ts'
import { isKeptBack } from './keptBackCurves.ts'
import { journeySteps, type JourneyStep } from './journeySteps.ts'
import { isCurve, journeyOfCurve, type CurveShape, type JourneyShape } from './ownCurve.ts'
import { sameParts } from './sameParts.ts'
import { spreadPoints } from './spreadPoints.ts'

/** A point of a curve where it is drawn, in board pixels from the start of the journey and the top of its lane. */
export interface DrawnPoint {
  readonly stepId: TLShapeId
  /** Place of the step among those of the journey. */
  readonly at: number
  readonly feeling: Sentiment
  readonly x: number
  readonly y: number
}

/** A round place that other lines leave free, because a point of one of them stands there. */
export interface Hole {
  readonly x: number
  readonly y: number
  readonly r: number
}

/** One line among those of its journey. */
export interface DrawnCurve {
  readonly id: TLShapeId
  readonly voice: Voice
  readonly status: CurveStatus
  /** Place of its name among the names beside the lane. */
  readonly row: number
  /** From left to right. */
  readonly points: readonly DrawnPoint[]
  readonly holes: readonly Hole[]
}

/** Everything that is felt in one journey, where it is drawn. */
export interface JourneyExperience {
  readonly band: ExperienceBand
  readonly steps: readonly JourneyStep[]
  readonly curves: readonly DrawnCurve[]
}

const experiences = createComputedCache(
  'experience of a journey',
  (editor: Editor, journey: JourneyShape): JourneyExperience => {
    const band = experienceBand(journey)
    const steps = journeySteps(editor, journey.id)
    const curves = editor
      .getSortedChildIdsForParent(journey.id)
      .map((id) => editor.getShape(id))
      .filter(isCurve)
      .filter((curve) => journeyOfCurve(editor, curve)?.id === journey.id && !isKeptBack(editor, curve))
    return { band, steps, curves: drawTogether(curves, steps, band.h) }
  },
  {
    // The journey as a whole may move without a line being drawn again.
    areRecordsEqual: (a, b) => a.props === b.props,
    areResultsEqual: sameParts,
  },
)

/** The lines in a journey as they are drawn now, or null when it is gone. */
export function journeyExperience(editor: Editor, journeyId: TLShapeId): JourneyExperience | null {
  return experiences.get(editor, journeyId) ?? null
}

/** Places all lines of a journey so that no point hides another. Lines stand in the order of their voices, then of their ids. */
export function drawTogether(
  curves: readonly Pick<CurveShape, 'id' | 'props'>[],
  steps: readonly JourneyStep[],
  height: number,
): DrawnCurve[] {
  const ordered = curves.toSorted(
    (a, b) => Voice.options.indexOf(a.props.voice) - Voice.options.indexOf(b.props.voice) || (a.id < b.id ? -1 : 1),
  )
  const told = ordered.map(({ props }): ReadonlyMap<string, Sentiment> => new Map(Object.entries(props.points)))
  const points: DrawnPoint[][] = ordered.map(() => [])
  const holes: Hole[][] = ordered.map(() => [])
  for (const [at, step] of steps.entries()) {
    for (const feeling of [2, 1, 0, -1, -2]) {
      const here = ordered.flatMap(({ id, props }, row) =>
        told[row]?.get(step.id) === feeling ? [{ row, curveId: id, isFace: voiceLines[props.voice].faces }] : [],
      )
      const asides = spreadPoints(here)
      // Lines that run along one height run beside each other.
      const pitch = Math.min(LINE_PITCH, LINES_WITHIN / Math.max(1, here.length - 1))
      const y = (index: number): number => heightOf(feeling, height) + (index - (here.length - 1) / 2) * pitch
      const placed = here.map(({ row, isFace }, index) => ({
        row,
        hole: { x: step.x + (asides[index] ?? 0), y: y(index), r: (isFace ? FACE_SIZE : DOT_SIZE) / 2 + 1 },
      }))
      for (const { row, hole } of placed) {
        points[row]?.push({ stepId: step.id, at, feeling, x: hole.x, y: hole.y })
        holes[row]?.push(...placed.filter((other) => other.row !== row).map((other) => other.hole))
      }
    }
  }
  return ordered.map(({ id, props }, row) => ({
    id,
    voice: props.voice,
    status: props.status,
    row,
    points: points[row] ?? [],
    holes: holes[row] ?? [],
  }))
}
