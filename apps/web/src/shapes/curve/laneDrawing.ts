import { createComputedCache, type Editor, type TLShapeId } from 'tldraw'
import { curveGaps, meanOfCurves, namedGaps, type StepGap, type VoiceCurve } from '@samenreis/model/journey/curveGaps'
import { sideOf } from '@samenreis/model/journey/voices'
import { voiceLines } from '../look/voiceLines.ts'
import { cardsInLane, type CardBox } from './cardsInLane.ts'
import { DOT_SIZE, FACE_SIZE } from './curveMeasures.ts'
import { heightOf, smoothPath, smoothPoints, stretchesOf, type CurvePoint } from './curvePath.ts'
import { experienceBand, type ExperienceBand } from './experienceBand.ts'
import { journeyExperience, type DrawnCurve, type Hole, type JourneyExperience } from './journeyExperience.ts'
import type { JourneyStep } from './journeySteps.ts'
import type { JourneyShape } from './ownCurve.ts'
import { placeGapLabels } from './placeGapLabels.ts'
import { sameParts } from './sameParts.ts'

/** Height of a gap's label, in board pixels. */
const LABEL_HEIGHT = 28

/** The name of a large gap, where it stands. */
export interface GapLabel extends CurvePoint {
  readonly stepId: string
  /** How far apart the sides are there, above 0. */
  readonly size: number
  readonly isLargest: boolean
}

/** What lies behind the curves of a journey, in board pixels from the start of the journey and the top of the lane. */
export interface LaneDrawing {
  readonly band: ExperienceBand
  /** SVG paths of the mean of all lines, where at least two of them have a point. */
  readonly means: readonly string[]
  /** SVG paths of the ground between the client's and the staff's line. */
  readonly gaps: readonly string[]
  readonly labels: readonly GapLabel[]
  /** How many lines there are, and how many points in all of them. */
  readonly lines: number
  readonly points: number
  readonly steps: number
}

const drawings = createComputedCache(
  'ground of the curves',
  (editor: Editor, journey: JourneyShape): LaneDrawing => {
    const experience = journeyExperience(editor, journey.id)
    return experience === null
      ? emptyLane(experienceBand(journey))
      : drawLane(experience, cardsInLane(editor, journey.id))
  },
  { areRecordsEqual: (a, b) => a.props === b.props, areResultsEqual: (a, b) => sameParts(a, b) },
)

/** What lies behind the curves of a journey now, or null when it is gone. */
export function laneDrawing(editor: Editor, journeyId: TLShapeId): LaneDrawing | null {
  return drawings.get(editor, journeyId) ?? null
}

/** Whether some journey has a gap to show: a client's and a staff's line with a point at one step. */
export function hasGaps(editor: Editor): boolean {
  return editor
    .getCurrentPageShapes()
    .some(({ id, type }) => type === 'journey' && (laneDrawing(editor, id)?.gaps.length ?? 0) > 0)
}

function emptyLane(band: ExperienceBand): LaneDrawing {
  return { band, means: [], gaps: [], labels: [], lines: 0, points: 0, steps: 0 }
}

/** Only lines that are shown to the others count (model.md B2, `status`). */
function drawLane({ band, steps, curves }: JourneyExperience, cards: readonly CardBox[]): LaneDrawing {
  if (band.isHidden) return emptyLane(band)
  const shown = curves.filter(({ status }) => status === 'shown')
  const told = shown.map(toldBy)
  const means = meanPoints(steps, meanOfCurves(told, 2), band.h)
  const gaps = curveGaps(
    told,
    steps.map(({ id }) => id),
  )
  return {
    band,
    means: stretchesOf(means)
      .map(smoothPath)
      .filter((path) => path !== ''),
    gaps: gapPaths(gaps, steps, shown, band.h),
    labels: gapLabels(gaps, steps, curves, cards, band.h),
    lines: curves.length,
    points: curves.reduce((sum, { points }) => sum + points.length, 0),
    steps: steps.length,
  }
}

function toldBy({ voice, points }: DrawnCurve): VoiceCurve {
  return { voice, points: Object.fromEntries(points.map(({ stepId, feeling }) => [stepId, feeling])) }
}

interface PlacedPoint extends CurvePoint {
  readonly at: number
}

function meanPoints(steps: readonly JourneyStep[], means: ReadonlyMap<string, number>, height: number): PlacedPoint[] {
  return steps.flatMap(({ id, x }, at) => {
    const mean = means.get(id)
    return mean === undefined ? [] : [{ at, x, y: heightOf(mean, height) }]
  })
}

/** The line of a side: the very line that is drawn when one person tells, else the mean of those who do. */
function sideLine(
  side: 'client' | 'staff',
  steps: readonly JourneyStep[],
  curves: readonly DrawnCurve[],
  height: number,
): readonly PlacedPoint[] {
  const mine = curves.filter(({ voice }) => sideOf(voice) === side)
  const [only] = mine
  return mine.length === 1 && only !== undefined
    ? only.points
    : meanPoints(steps, meanOfCurves(mine.map(toldBy)), height)
}

/** One closed path for each run of neighbouring steps at which both sides have a point; its edges lie on the lines as drawn. */
function gapPaths(
  gaps: readonly StepGap[],
  steps: readonly JourneyStep[],
  curves: readonly DrawnCurve[],
  height: number,
): string[] {
  const placeOf = new Map<string, number>(steps.map(({ id }, at) => [id, at]))
  const places = gaps.flatMap(({ stepId }) => {
    const at = placeOf.get(stepId)
    return at === undefined ? [] : [{ at }]
  })
  const [clients, staffs] = [sideLine('client', steps, curves, height), sideLine('staff', steps, curves, height)]
  return stretchesOf(places).flatMap((run) => {
    const [from, to] = [run[0]?.at ?? 0, run.at(-1)?.at ?? 0]
    if (from === to) return []
    const edge = [...partOf(clients, from, to), ...partOf(staffs, from, to).toReversed()]
    return [`M${edge.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`]
  })
}

/** How many straight pieces a line between two steps is cut into for the edge of a gap. */
const PIECES = 12

/** The part of a smooth line between two of its steps. */
function partOf(points: readonly PlacedPoint[], from: number, to: number): CurvePoint[] {
  const stretch = stretchesOf(points).find((each) => each.some(({ at }) => at === from)) ?? []
  const start = stretch[0]?.at ?? 0
  return smoothPoints(stretch, PIECES).slice((from - start) * PIECES, (to - start) * PIECES + 1)
}

function gapLabels(
  gaps: readonly StepGap[],
  steps: readonly JourneyStep[],
  curves: readonly DrawnCurve[],
  cards: readonly CardBox[],
  height: number,
): GapLabel[] {
  const largest = namedGaps(gaps)
  const xOf = new Map<string, number>(steps.map(({ id, x }) => [id, x]))
  const taken = curves.flatMap(({ voice, points }): Hole[] => {
    const r = (voiceLines[voice].faces ? FACE_SIZE * 1.2 : DOT_SIZE) / 2
    return points.map(({ x, y }) => ({ x, y, r }))
  })
  const places = placeGapLabels(
    largest.map(({ stepId, client, staff }, at) => ({
      x: xOf.get(stepId) ?? 0,
      ends: [heightOf(client, height), heightOf(staff, height)],
      width: at === 0 ? 176 : 108,
      height: LABEL_HEIGHT,
    })),
    taken,
    cards,
    height,
  )
  return largest.flatMap(({ stepId, gap }, at) => {
    const place = places[at]
    return place === undefined ? [] : [{ stepId, size: Math.abs(gap), isLargest: at === 0, x: place.x, y: place.y }]
  })
}
