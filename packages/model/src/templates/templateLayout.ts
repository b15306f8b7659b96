import type { ShapeId } from '../ids/recordId.ts'
import { cardHeight } from '../interchange/cardHeight.ts'
import { indexKey } from '../interchange/indexKey.ts'
import { laidPersonaHeight } from '../interchange/laidPersonaHeight.ts'
import { layOut, type PlannedJourney } from '../interchange/layout.ts'
import type { LinkedCard } from '../interchange/Strands.ts'
import { FIRST_PAGE_ID } from '../document/seed.ts'
import type { ParentId } from '../ids/recordId.ts'
import type { Geometry } from '../records/envelope.ts'
import type { BoardShape, ShapeOf } from '../records/recordKinds.ts'

/** Side of a sticky note as the canvas draws it, in board pixels. */
export const NOTE_SIDE = 200
/** Space between things that belong together, and between those that do not. */
const GAP = 12
const AROUND = 96
/** From a note down to what it is about: there the title of a journey or of a frame stands. */
const TITLE = 112
/** Between the notes above one thing. */
const NOTE_GAP = 24
/** Between a frame and what it holds. */
const FRAME_SIDES = 24
/** Two steps side by side, with the space around them. */
const LEAST_PHASE_WIDTH = 436
/** Width of a persona beside a map, so that both are seen at once. */
const PERSONA_BESIDE = 320
/** A frame to put things in. */
const EMPTY_FRAME = { w: 436, h: 148 } as const

/** The shapes of a template, not yet placed. */
export interface TemplateShapes {
  readonly personas: readonly ShapeOf<'persona'>[]
  readonly journeys: readonly PlannedJourney[]
  readonly cards: readonly LinkedCard[]
  readonly frames: readonly { readonly frame: ShapeOf<'frame'>; readonly holds: readonly ShapeId[] }[]
  readonly notes: readonly { readonly note: ShapeOf<'note'>; readonly above: ShapeId }[]
  readonly matrix: ShapeOf<'matrix'> | null
}

/**
 * All shapes with their places on the first page, without overlaps: journeys as in a demo, or else the personas side by side,
 * each with its cards below; frames around what they hold, or below everything; a note above what it is about.
 *
 * @throws Error when a note or a frame names nothing of the template
 */
export function layOutTemplate(template: TemplateShapes): BoardShape[] {
  const { personas, journeys, cards, frames, notes, matrix } = template
  const beside = personas.map((persona) => at(persona, [0, 0, 0, PERSONA_BESIDE, 0]))
  const hanging = cards.filter(({ targets }) => targets.length > 0)
  const above = (id: ShapeId): boolean => notes.some((note) => note.above === id)
  const placed =
    journeys.length === 0
      ? personasInRow(personas, hanging)
      : layOut({
          actors: [],
          personas: beside,
          journeys: journeys.map((planned) => ({
            ...planned,
            roomAbove: above(planned.journey.id) ? NOTE_SIDE + NOTE_GAP : 0,
          })),
          cards: hanging,
          matrices: matrix === null ? [] : [matrix],
          leastPhaseWidth: LEAST_PHASE_WIDTH,
        })
  const loose = cards.filter(({ targets }) => targets.length === 0).map(({ shape }) => shape)
  return numbered([...framed(placed, hanging, loose, frames), ...noted(placed, notes)])
}

/** Personas side by side, equally high; below each, in one row, what belongs to her. */
function personasInRow(personas: readonly ShapeOf<'persona'>[], cards: readonly LinkedCard[]): BoardShape[] {
  const height = Math.max(0, ...personas.map((persona) => laidPersonaHeight(persona, cards)))
  const below = Math.max(0, ...cards.map(({ shape }) => cardHeight(shape)))
  let x = 0
  return personas.flatMap((persona) => {
    const w = persona.geometry[3]
    const own = cards.filter(({ targets }) => targets[0] === persona.id)
    const share = Math.floor((w - (own.length - 1) * GAP) / Math.max(1, own.length))
    const placed = [
      at(persona, [x, 0, 0, w, height]),
      ...own.map(({ shape }, n) => at(shape, [x + n * (share + GAP), height + GAP, 0, share, below])),
    ]
    x += w + AROUND
    return placed
  })
}

/** The shapes with the frames: those around a persona hold what hangs on her, the others stand in a row below everything. */
function framed(
  placed: readonly BoardShape[],
  hanging: readonly LinkedCard[],
  loose: readonly BoardShape[],
  frames: TemplateShapes['frames'],
): BoardShape[] {
  const bottom = Math.max(0, ...onPage(placed).map(({ geometry: [, y, , , h] }) => y + h))
  const shapes = new Map(placed.map((shape) => [shape.id, shape]))
  const made: BoardShape[] = []
  let x = 0
  for (const { frame, holds } of frames) {
    const hung = hanging.filter(({ targets }) => holds.some((id) => id === targets[0])).map(({ shape }) => shape.id)
    const around = [...holds, ...hung].flatMap((id) => shapes.get(id) ?? [])
    const held =
      around.length > 0
        ? around
        : inRow(
            loose.filter(({ id }) => holds.includes(id)),
            x + FRAME_SIDES,
            bottom + AROUND,
          )
    if (holds.length > 0 && held.length === 0) throw new Error(`${frame.id} holds nothing of this template`)
    const emptyBox: Geometry = [x, bottom + AROUND - FRAME_SIDES, 0, EMPTY_FRAME.w, EMPTY_FRAME.h]
    const box = held.length > 0 ? boxAround(held) : emptyBox
    made.push(at(frame, box))
    for (const shape of held) {
      const [left, top, , w, h] = shape.geometry
      shapes.set(shape.id, { ...at(shape, [left - box[0], top - box[1], 0, w, h]), parentId: frame.id })
    }
    if (around.length === 0) x = box[0] + box[3] + AROUND
  }
  return [...made, ...shapes.values()]
}

function inRow(shapes: readonly BoardShape[], x: number, y: number): BoardShape[] {
  return shapes.map((shape, n) => {
    const [, , , w, h] = shape.geometry
    return at(shape, [x + n * (w + GAP), y, 0, w, h])
  })
}

function boxAround(shapes: readonly BoardShape[]): Geometry {
  const left = Math.min(...shapes.map(({ geometry }) => geometry[0])) - FRAME_SIDES
  const top = Math.min(...shapes.map(({ geometry }) => geometry[1])) - FRAME_SIDES
  const right = Math.max(...shapes.map(({ geometry }) => geometry[0] + geometry[3])) + FRAME_SIDES
  const bottom = Math.max(...shapes.map(({ geometry }) => geometry[1] + geometry[4])) + FRAME_SIDES
  return [left, top, 0, right - left, bottom - top]
}

/** The notes, each above what it is about; several above one thing side by side. */
function noted(placed: readonly BoardShape[], notes: TemplateShapes['notes']): BoardShape[] {
  const counts = new Map<ShapeId, number>()
  return notes.map(({ note, above }) => {
    const target = placed.find(({ id }) => id === above)
    if (target === undefined) throw new Error(`${note.id} stands above nothing of this template`)
    const count = counts.get(above) ?? 0
    counts.set(above, count + 1)
    const [x, y] = target.geometry
    return at(note, [x + count * (NOTE_SIDE + NOTE_GAP), y - TITLE - NOTE_SIDE, 0, 0, 0])
  })
}

function onPage(shapes: readonly BoardShape[]): BoardShape[] {
  return shapes.filter(({ parentId }) => parentId === FIRST_PAGE_ID)
}

function at<Shape extends BoardShape>(shape: Shape, geometry: Geometry): Shape {
  return { ...shape, geometry }
}

/** Each on top of the ones before it on the same parent. */
function numbered(shapes: readonly BoardShape[]): BoardShape[] {
  const counts = new Map<ParentId, number>()
  return shapes.map((shape) => {
    const count = (counts.get(shape.parentId) ?? 0) + 1
    counts.set(shape.parentId, count)
    return { ...shape, index: indexKey(count) }
  })
}
