import type { ShapeId } from '../../ids/recordId.ts'
import { separated } from './growing.ts'
import { MapGrid, type MapCell } from './MapGrid.ts'
import { STEP_LANE } from './mapMeasures.ts'
import type { MapCard, MapState } from './MapState.ts'
import { groupsOf } from './StepGroup.ts'
import { tidyCells } from './tidyCells.ts'

/** A card that was just put down on the map. */
export interface DroppedCard {
  readonly id: ShapeId
  /** Where it stood on this map before; null when it was not there. */
  readonly from: { readonly x: number; readonly y: number } | null
}

/**
 * Tidies the cells in which cards were put down. A step that moved within the lane of steps takes along what hung below it, but for
 * what was put down too. What lies outside of all phases or lanes stays where it is.
 */
export function tidyDropped(state: MapState, dropped: readonly DroppedCard[]): MapState {
  const carried = carriedAlong(state, dropped)
  const cards = state.cards.map((card) => carried.get(card.id) ?? card)
  const moved = separated({ ...state, cards })
  const arriving = new Set([...dropped.map(({ id }) => id), ...carried.keys()])
  const grid = new MapGrid(moved)
  const droppedIds = new Set(dropped.map(({ id }) => id))
  const cells = moved.cards
    .filter(({ id, role }) => role === 'card' && droppedIds.has(id))
    .map((card) => grid.cellOf(card))
    .filter((cell): cell is MapCell => cell !== null)
  return tidyCells(moved, cells, arriving)
}

/** What hung below the steps that moved, where it stands when it moves to the side with them. */
function carriedAlong(state: MapState, dropped: readonly DroppedCard[]): ReadonlyMap<ShapeId, MapCard> {
  const placeOf = new Map(dropped.flatMap(({ id, from }) => (from === null ? [] : [[id, from] as const])))
  const before = new MapGrid({
    ...state,
    cards: state.cards.map((card) => ({ ...card, ...placeOf.get(card.id) })),
  })
  const after = new MapGrid(state)
  const cardOf = new Map(state.cards.map((card) => [card.id, card]))
  const droppedIds = new Set(dropped.map(({ id }) => id))
  const carried = new Map<ShapeId, MapCard>()
  for (const column of before.columns) {
    for (const { head, members } of groupsOf(before, column, new Set())) {
      const now = head === null || !droppedIds.has(head.id) ? undefined : cardOf.get(head.id)
      if (head === null || now === undefined || after.cellOf(now)?.laneKey !== STEP_LANE) continue
      for (const card of members) {
        if (!droppedIds.has(card.id)) carried.set(card.id, { ...card, x: card.x + now.x - head.x })
      }
    }
  }
  return carried
}
