import { FIRST_PAGE_ID } from '../document/seed.ts'
import type { ParentId, ShapeId } from '../ids/recordId.ts'
import type { Geometry } from '../records/envelope.ts'
import type { LaneKey } from '../records/enumerations.ts'
import type { BoardShape, ShapeOf } from '../records/recordKinds.ts'
import { actorHeight, CARD_WIDTH, cardHeight } from './cardHeight.ts'
import { indexKey } from './indexKey.ts'
import { columnPlaces, stackedColumnPlaces, type ColumnPlaces, type PhaseColumn } from './columnPlaces.ts'
import { laneOf, layoutJourney } from './journeyLayout.ts'
import { laidPersonaHeight } from './laidPersonaHeight.ts'
import { Strands, type LinkedCard } from './Strands.ts'

/** Space between the things around a map, in board pixels. */
const GAP = 12
/** Room at the left of a journey for the names of its lanes. */
const LANE_NAMES = 240
/** Room above a journey for its title and what it is about, also from far, where they are set larger. */
const TITLE = 184
/** Space between a journey and what lies beside or below it; far more than the 60 px within which place counts (D3.4). */
const AROUND = 160

/** What is to be laid out: journeys with their phases and steps in order, and the cards with what they belong to. */
export interface LayoutPlan {
  readonly actors: readonly ShapeOf<'actor'>[]
  readonly personas: readonly ShapeOf<'persona'>[]
  readonly journeys: readonly PlannedJourney[]
  readonly cards: readonly LinkedCard[]
  /** Narrowest phase, in board pixels; as wide as its steps when absent. */
  readonly leastPhaseWidth?: number
  readonly matrices: readonly ShapeOf<'matrix'>[]
}

export interface PlannedJourney {
  readonly journey: ShapeOf<'journey'>
  readonly columns: readonly PhaseColumn[]
  /** The first is drawn on top. */
  readonly curves: readonly ShapeOf<'curve'>[]
  /** Lanes that it has also without cards; the usual ones when absent. */
  readonly lanes?: readonly LaneKey[] | undefined
  /** Height of what will stand above it, below the journey before it; 0 when absent. */
  readonly roomAbove?: number
}

/**
 * All shapes of the plan with their places on the first page: the journeys below each other, those with the same phases in
 * line (columnPlaces.ts), their actors in a row above
 * the first, personas at the left beside the first journey of theirs, matrices at the right. A card that hangs on no step stands below the persona it belongs
 * to, or else in a row below everything.
 */
export function layOut(plan: LayoutPlan): BoardShape[] {
  const placed = new Placing()
  const strands = new Strands(
    plan.journeys.flatMap(({ columns }) => columns.flatMap(({ steps }) => steps.map(({ id }) => id))),
    plan.cards,
  )
  const actorRow = Math.max(0, ...plan.actors.map(actorHeight))
  row(plan.actors, { x: 0, y: -(TITLE + actorRow) }, actorRow, placed)
  let bottom = 0
  let right = 0
  const tops = new Map<ShapeId, number>()
  const columns = placesOfColumns(plan, strands)
  for (const [at, planned] of plan.journeys.entries()) {
    if (at > 0) bottom += planned.roomAbove ?? 0
    for (const id of planned.journey.personaIds) if (!tops.has(id)) tops.set(id, bottom)
    const { w, h } = placeJourney(planned, columns[at], plan.cards, strands, bottom, placed)
    bottom += h + AROUND
    right = Math.max(right, w)
  }
  let matrixTop = 0
  for (const matrix of plan.matrices) {
    placed.onPage(matrix, [right + AROUND, matrixTop, 0, matrix.geometry[3], matrix.geometry[4]])
    matrixTop += matrix.geometry[4] + AROUND
  }
  const loose = plan.cards.filter(({ shape }) => !placed.has(shape.id))
  const withoutPersona = placePersonas(plan.personas, tops, loose, plan.cards, placed)
  row(withoutPersona, { x: 0, y: Math.max(bottom, matrixTop) }, Math.max(0, ...withoutPersona.map(cardHeight)), placed)
  return placed.shapes
}

/** Shapes as they get their place, each on top of the ones before it on the same parent. */
class Placing {
  readonly shapes: BoardShape[] = []
  private readonly counts = new Map<ParentId, number>()
  private readonly ids = new Set<ShapeId>()

  has(id: ShapeId): boolean {
    return this.ids.has(id)
  }

  onPage(shape: BoardShape, geometry: Geometry): void {
    this.on(FIRST_PAGE_ID, shape, geometry)
  }

  on(parentId: ParentId, shape: BoardShape, geometry: Geometry): void {
    const count = (this.counts.get(parentId) ?? 0) + 1
    this.counts.set(parentId, count)
    this.ids.add(shape.id)
    this.shapes.push({ ...shape, parentId, index: indexKey(count), geometry })
  }
}

/** Columns of every journey: in line when all have the same phases, else each on its own. */
function placesOfColumns({ journeys, leastPhaseWidth = 0 }: LayoutPlan, strands: Strands): ColumnPlaces[] {
  const columns = journeys.map((planned) => planned.columns)
  const keys = columns.map((each) => each.map(({ phase }) => phase.key).join(' '))
  return new Set(keys).size === 1
    ? stackedColumnPlaces(columns, strands, leastPhaseWidth)
    : columns.map((each) => columnPlaces(each, strands, leastPhaseWidth))
}

function placeJourney(
  { journey, columns, curves, lanes }: PlannedJourney,
  columnsAt: ColumnPlaces | undefined,
  cards: readonly LinkedCard[],
  strands: Strands,
  top: number,
  placed: Placing,
): { w: number; h: number } {
  const steps = new Set(columns.flatMap((column) => column.steps.map(({ id }) => id)))
  const own = cards
    .map(({ shape }) => shape)
    .filter((shape) => {
      const strand = strands.of(shape.id)
      return strand !== null && steps.has(strand.stepId) && laneOf(shape) !== null
    })
  const places = columnsAt ?? columnPlaces(columns, strands, 0)
  const layout = layoutJourney(columns, places, own, strands, lanes)
  const { w, h, lanesFrom } = layout
  placed.onPage({ ...journey, lanes: [...layout.lanes], lanesFrom }, [0, top, 0, w, h])
  const inside = [...columns.map(({ phase }) => phase), ...columns.flatMap((column) => column.steps), ...own]
  for (const shape of inside) {
    const geometry = layout.places.get(shape.id)
    if (geometry !== undefined) placed.on(journey.id, shape, geometry)
  }
  for (const curve of [...curves].reverse()) placed.on(journey.id, curve, layout.curvePlace)
  return { w, h }
}

/** Personas below each other, none above its journey, each with its loose cards; returns the loose cards of no persona. */
function placePersonas(
  personas: readonly ShapeOf<'persona'>[],
  tops: ReadonlyMap<ShapeId, number>,
  loose: readonly LinkedCard[],
  cards: readonly LinkedCard[],
  placed: Placing,
): LinkedCard['shape'][] {
  let y = 0
  const left = new Set(loose)
  for (const persona of personas) {
    const w = persona.geometry[3]
    const x = -(LANE_NAMES + w)
    const h = laidPersonaHeight(persona, cards)
    y = Math.max(y, tops.get(persona.id) ?? y)
    placed.onPage(persona, [x, y, 0, w, h])
    y += h + GAP
    for (const card of [...left].filter(({ targets }) => targets.includes(persona.id))) {
      left.delete(card)
      const height = cardHeight(card.shape)
      placed.onPage(card.shape, [x, y, 0, CARD_WIDTH, height])
      y += height + GAP
    }
    y += GAP
  }
  return [...left].map(({ shape }) => shape)
}

function row(shapes: readonly BoardShape[], { x, y }: { x: number; y: number }, h: number, placed: Placing): void {
  for (const [at, shape] of shapes.entries()) placed.onPage(shape, [x + at * (CARD_WIDTH + GAP), y, 0, CARD_WIDTH, h])
}
