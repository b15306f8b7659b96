import type { ShapeId } from '../../ids/recordId.ts'
import { separated, shiftRight } from './growing.ts'
import { MapGrid, type MapColumn } from './MapGrid.ts'
import { centreX, MAP_GAP, PHASE_MIN_WIDTH } from './mapMeasures.ts'
import type { MapPhase, MapState } from './MapState.ts'

/** The map with the orders of its phases as they stand, from left to right. */
export function ordered(state: MapState): MapState {
  const orderOf = new Map(new MapGrid(state).columns.map(({ phase }, order) => [phase.id, order]))
  return { ...state, phases: state.phases.map((phase) => ({ ...phase, order: orderOf.get(phase.id) ?? phase.order })) }
}

/**
 * Puts a new phase before the one of this number; a number from the number of phases up = at the end. What stands right of it moves
 * along. The new phase is among the phases of the result.
 */
export function addPhase(state: MapState, before: number, { id, w }: Pick<MapPhase, 'id' | 'w'>): MapState {
  const apart = separated(state)
  const { columns } = new MapGrid(apart)
  const next = columns[before]
  const end = columns.at(-1)?.right ?? 0
  const room = next === undefined ? atEnd(apart, end + w) : shiftRight(apart, next.left, w)
  const phase: MapPhase = { id, x: next?.left ?? end, w, order: next?.phase.order ?? columns.length }
  // Of two that start at one place the new one comes first: a phase without width would stand there too.
  const phases = [...room.phases.map((each) => ({ ...each, order: each.order + 1 })), phase]
  return ordered({ ...room, phases })
}

function atEnd(state: MapState, end: number): MapState {
  const by = Math.max(0, end - state.w)
  return {
    ...state,
    w: state.w + by,
    curves: state.curves.map((curve) => (curve.x + curve.w >= state.w ? { ...curve, w: curve.w + by } : curve)),
  }
}

/** A phase takes the place of this number among the phases, with everything that stands in it; the others close up and make room. */
export function movePhase(state: MapState, phaseId: ShapeId, to: number): MapState {
  const apart = separated(state)
  const grid = new MapGrid(apart)
  const at = grid.columns.findIndex(({ phase }) => phase.id === phaseId)
  const moving = grid.columns[at]
  if (moving === undefined) return apart
  // A gap behind a phase goes along with it.
  const endOf = (column: MapColumn): number => grid.columns[grid.columns.indexOf(column) + 1]?.left ?? column.right
  const others = grid.columns.filter((column) => column !== moving)
  const target = Math.max(0, Math.min(others.length, to))
  const sequence = [...others.slice(0, target), moving, ...others.slice(target)]
  const shiftOf = new Map<ShapeId, number>()
  let x = grid.columns[0]?.left ?? 0
  for (const column of sequence) {
    shiftOf.set(column.phase.id, x - column.left)
    x += endOf(column) - column.left
  }
  const shiftAt = (place: number): number => {
    const column = grid.columns.find((each) => place >= each.left && place < endOf(each))
    return column === undefined ? 0 : (shiftOf.get(column.phase.id) ?? 0)
  }
  return ordered({
    ...apart,
    phases: apart.phases.map((phase) => ({ ...phase, x: phase.x + (shiftOf.get(phase.id) ?? 0) })),
    cards: apart.cards.map((card) => ({ ...card, x: card.x + shiftAt(centreX(card)) })),
  })
}

/** Narrowest that a phase may be: one card, and all that stands in it. In whole pixels. */
export function narrowest(state: MapState, phaseId: ShapeId): number {
  const grid = new MapGrid(state)
  const column = grid.column(phaseId)
  if (column === null) return PHASE_MIN_WIDTH
  const ends = grid.inColumn(column).map((card) => {
    // A drawing may reach over the line, as long as it stays in its phase.
    const end = card.role === 'loose' ? centreX(card) + 1 : card.x + card.w + MAP_GAP
    return Math.ceil(end - column.left)
  })
  return Math.max(PHASE_MIN_WIDTH, ...ends)
}

/** A phase gets this wide, but not narrower than what stands in it; that keeps its place, and what stands right of it moves along. */
export function resizePhase(state: MapState, phaseId: ShapeId, width: number): MapState {
  const apart = separated(state)
  const phase = apart.phases.find(({ id }) => id === phaseId)
  if (phase === undefined) return apart
  const by = Math.max(Math.round(width), narrowest(apart, phaseId)) - phase.w
  const shifted = shiftRight(apart, phase.x + phase.w, by)
  return ordered({
    ...shifted,
    phases: shifted.phases.map((each) => (each.id === phaseId ? { ...phase, w: phase.w + by } : each)),
  })
}

/** What became of what stood in a phase that was taken away. */
export interface PhaseRemoval {
  readonly state: MapState
  /** The neighbour that the cards stand in now; null when there were none, or no neighbour. */
  readonly heir: ShapeId | null
  /** How many cards stood in it. */
  readonly cards: number
}

/**
 * Takes a phase away. Cards that stand in it stay exactly where they are: the phase before it gets its width, the first one's goes to
 * the phase behind it. An empty phase closes up.
 */
export function removePhase(state: MapState, phaseId: ShapeId): PhaseRemoval {
  const apart = separated(state)
  const grid = new MapGrid(apart)
  const at = grid.columns.findIndex(({ phase }) => phase.id === phaseId)
  const column = grid.columns[at]
  if (column === undefined) return { state: apart, heir: null, cards: 0 }
  const inside = grid.inColumn(column)
  const cards = inside.filter(({ role }) => role !== 'loose').length
  const without = { ...apart, phases: apart.phases.filter(({ id }) => id !== phaseId) }
  if (inside.length === 0) {
    return { state: ordered(shiftRight(without, column.right, column.left - column.right)), heir: null, cards }
  }
  const heir = grid.columns[at - 1] ?? grid.columns[at + 1]
  if (heir === undefined) return { state: without, heir: null, cards }
  const [left, right] = [Math.min(heir.left, column.left), Math.max(heir.right, column.right)]
  const phases = without.phases.map((each) =>
    each.id === heir.phase.id ? { ...each, x: left, w: right - left } : each,
  )
  return { state: ordered({ ...without, phases }), heir: heir.phase.id, cards }
}
