import type { ShapeId } from '../ids/recordId.ts'
import type { LaneKey } from '../records/enumerations.ts'
import type { Geometry } from '../records/envelope.ts'
import { journey as journeyKind, type Lane } from '../records/journey.ts'
import type { ShapeOf } from '../records/recordKinds.ts'
import { CARD_WIDTH, cardHeight, type LaneShape } from './cardHeight.ts'
import { GAP, PITCH, type ColumnPlaces, type PhaseColumn } from './columnPlaces.ts'
import type { LinkedCard, Strands } from './Strands.ts'

/** Height of the phase headers; the first lane starts below. */
const HEADER = 48
/** Height of the lane in which the curves run. */
const EXPERIENCE_HEIGHT = 180
/** Height of a lane without cards: room for one. */
const EMPTY_LANE_HEIGHT = 160

/** Lanes from top to bottom as a session talks: what happens, how it feels, what is said, what it asks, what could change. */
const laneOrder = [
  'touchpoints',
  'experience',
  'frontstage',
  'backstage',
  'support',
  'quotes',
  'good_practices',
  'needs',
  'pain_points',
  'ideas',
  'consequences',
] as const satisfies readonly LaneKey[]

/** Lanes that a journey has where it names none of its own; any other lane only when there are cards for it. */
const standardLanes: readonly LaneKey[] = ['touchpoints', 'experience', 'quotes', 'pain_points', 'ideas']

const laneOfCardKind: Readonly<Record<ShapeOf<'card'>['kind'], LaneKey | null>> = {
  quote: 'quotes',
  need: 'needs',
  good_practice: 'good_practices',
  consequence: 'consequences',
  policy_rule: null,
  question: null,
}

/** The lane that a card stands in; null for the kinds that no lane is for (policy rule, question). */
export function laneOf(shape: LaneShape): LaneKey | null {
  switch (shape.type) {
    case 'touchpoint':
      return 'touchpoints'
    case 'pain-point':
      return 'pain_points'
    case 'idea':
      return 'ideas'
    case 'card':
      return laneOfCardKind[shape.kind]
  }
}

/** Where everything of one journey stands, relative to the journey's corner. */
export interface JourneyLayout {
  readonly w: number
  readonly h: number
  readonly lanesFrom: number
  readonly lanes: readonly Lane[]
  /** Phases and cards. */
  readonly places: ReadonlyMap<ShapeId, Geometry>
  /** The band in which the curves run. */
  readonly curvePlace: Geometry
}

/**
 * A map without overlaps: steps side by side in their phase, everything else stacked in its lane below its step.
 *
 * @param lanes that it has in any case; the usual ones when undefined
 */
export function layoutJourney(
  columns: readonly PhaseColumn[],
  columnPlaces: ColumnPlaces,
  cards: readonly LinkedCard['shape'][],
  strands: Strands,
  lanes: readonly LaneKey[] = standardLanes,
): JourneyLayout {
  const places = new Map<ShapeId, Geometry>()
  for (const [id, { x, w }] of columnPlaces.phases) places.set(id, [x, 0, 0, w, HEADER])
  const width = columns.length === 0 ? journeyKind.size.w : columnPlaces.width
  const xOf = (shape: LaneShape): number | null => {
    const strand = shape.type === 'touchpoint' ? { stepId: shape.id, column: 0 } : strands.of(shape.id)
    const left = strand === null ? undefined : columnPlaces.steps.get(strand.stepId)
    return strand === null || left === undefined ? null : left + strand.column * PITCH
  }

  const shapes: LaneShape[] = [...columns.flatMap(({ steps }) => steps), ...cards]
  const bands: Lane[] = []
  let y = HEADER
  let curvePlace: Geometry = [0, y, 0, width, EXPERIENCE_HEIGHT]
  for (const key of laneOrder) {
    const inLane = shapes.filter((shape) => laneOf(shape) === key && xOf(shape) !== null)
    if (inLane.length === 0 && !lanes.includes(key)) continue
    const h = key === 'experience' ? EXPERIENCE_HEIGHT : stack(inLane, y, xOf, places)
    if (key === 'experience') curvePlace = [0, y, 0, width, h]
    bands.push({ key, h })
    y += h
  }
  return { w: width, h: y, lanesFrom: HEADER, lanes: bands, places, curvePlace }
}

/** Stacks the cards of one lane in rows of equal height from `top` down, and gives the height that the lane needs. */
function stack(
  shapes: readonly LaneShape[],
  top: number,
  xOf: (shape: LaneShape) => number | null,
  places: Map<ShapeId, Geometry>,
): number {
  const rows: { shape: LaneShape; x: number }[][] = []
  const depths = new Map<number, number>()
  for (const shape of shapes) {
    const x = xOf(shape)
    if (x === null) continue
    const depth = depths.get(x) ?? 0
    depths.set(x, depth + 1)
    const row = (rows[depth] ??= [])
    row.push({ shape, x })
  }
  let y = top + GAP
  for (const row of rows) {
    const h = Math.max(...row.map(({ shape }) => cardHeight(shape)))
    for (const { shape, x } of row) places.set(shape.id, [x, y, 0, CARD_WIDTH, h])
    y += h + GAP
  }
  return rows.length === 0 ? EMPTY_LANE_HEIGHT : y - top
}
