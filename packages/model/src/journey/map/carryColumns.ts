import type { ShapeId } from '../../ids/recordId.ts'
import type { MapPhase, MapState } from './MapState.ts'

/**
 * The map with its columns in other places and widths, and everything that stands in a column carried along with it: each keeps
 * its distance from the start of its column. What stands in no column goes with the one left of it. Curves that run over the
 * whole map still do.
 *
 * @param columns those that change; a phase that is not named stays as it is
 * @param w width of the map afterwards
 */
export function carryColumns(
  state: MapState,
  columns: readonly { readonly id: ShapeId; readonly x: number; readonly w: number }[],
  w: number,
): MapState {
  const next = new Map(columns.map((column) => [column.id, column]))
  const sorted = state.phases.toSorted((a, b) => a.x - b.x || a.order - b.order || (a.id < b.id ? -1 : 1))
  const shiftAt = (x: number): number => {
    const column = holding(sorted, x)
    const to = column === undefined ? undefined : next.get(column.id)
    return column === undefined || to === undefined ? 0 : to.x - column.x
  }
  return {
    ...state,
    w,
    phases: state.phases.map((phase) => {
      const to = next.get(phase.id)
      return to === undefined ? phase : { ...phase, x: to.x, w: to.w }
    }),
    cards: state.cards.map((card) => ({ ...card, x: card.x + shiftAt(card.x + card.w / 2) })),
    curves: state.curves.map((curve) => {
      const isWhole = curve.x <= 0 && curve.x + curve.w >= state.w
      return isWhole ? { ...curve, w: w - curve.x } : { ...curve, x: curve.x + shiftAt(curve.x + curve.w / 2) }
    }),
  }
}

/** The column that holds this place (of overlapping ones the right-hand one), else the nearest one left of it. */
function holding(sorted: readonly MapPhase[], x: number): MapPhase | undefined {
  return sorted.findLast((each) => x >= each.x && x < each.x + each.w) ?? sorted.findLast((each) => x >= each.x)
}
