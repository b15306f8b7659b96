import type { ShapeId } from '../ids/recordId.ts'
import type { LaneKey } from '../records/enumerations.ts'
import type { Geometry } from '../records/envelope.ts'
import { journey as journeyKind, type Lane } from '../records/journey.ts'
import type { ShapeOf } from '../records/recordKinds.ts'
import { CARD_WIDTH, cardHeight, type LaneShape } from './cardHeight.ts'
import type { LinkedCard, Strands } from './strands.ts'

/** Space between cards, and between a card and the line of its phase or lane, in board pixels. */
const GAP = 12
const PITCH = CARD_WIDTH + GAP
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
  'quotes',
  'good_practices',
  'needs',
  'pain_points',
  'ideas',
  'consequences',
] as const satisfies readonly LaneKey[]

/** Lanes that every journey has; the others only when there are cards for them. */
const standardLanes: ReadonlySet<LaneKey> = new Set(['touchpoints', 'experience', 'quotes', 'pain_points', 'ideas'])

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

/** A column of the map with its steps from left to right. */
export interface PhaseColumn {
  readonly phase: ShapeOf<'phase'>
  readonly steps: readonly ShapeOf<'touchpoint'>[]
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

/** A map without overlaps: steps side by side in their phase, everything else stacked in its lane below its step. */
export function layoutJourney(
  columns: readonly PhaseColumn[],
  cards: readonly LinkedCard['shape'][],
  strands: Strands,
): JourneyLayout {
  const places = new Map<ShapeId, Geometry>()
  const stepX = new Map<ShapeId, number>()
  let x = 0
  for (const { phase, steps } of columns) {
    let at = x + GAP
    for (const step of steps) {
      stepX.set(step.id, at)
      at += strands.columnCount(step.id) * PITCH
    }
    const w = Math.max(at - x, PITCH + GAP)
    places.set(phase.id, [x, 0, 0, w, HEADER])
    x += w
  }
  const width = columns.length === 0 ? journeyKind.size.w : x
  const xOf = (shape: LaneShape): number | null => {
    const strand = shape.type === 'touchpoint' ? { stepId: shape.id, column: 0 } : strands.of(shape.id)
    const left = strand === null ? undefined : stepX.get(strand.stepId)
    return strand === null || left === undefined ? null : left + strand.column * PITCH
  }

  const shapes: LaneShape[] = [...columns.flatMap(({ steps }) => steps), ...cards]
  const lanes: Lane[] = []
  let y = HEADER
  let curvePlace: Geometry = [0, y, 0, width, EXPERIENCE_HEIGHT]
  for (const key of laneOrder) {
    const inLane = shapes.filter((shape) => laneOf(shape) === key && xOf(shape) !== null)
    if (inLane.length === 0 && !standardLanes.has(key)) continue
    const h = key === 'experience' ? EXPERIENCE_HEIGHT : stack(inLane, y, xOf, places)
    if (key === 'experience') curvePlace = [0, y, 0, width, h]
    lanes.push({ key, h })
    y += h
  }
  return { w: width, h: y, lanesFrom: HEADER, lanes, places, curvePlace }
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
