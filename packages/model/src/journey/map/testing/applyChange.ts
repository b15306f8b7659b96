import type { MapChange } from '../MapChange.ts'
import type { MapState } from '../MapState.ts'

/** The state of a map after a change; what the change names and the map does not have is left out. */
export function applyChange(state: MapState, { journey, phases, cards, curves }: MapChange): MapState {
  const phaseOf = new Map(phases.map((phase) => [phase.id, phase]))
  const moveOf = new Map(cards.map((card) => [card.id, card]))
  const curveOf = new Map(curves.map((curve) => [curve.id, curve]))
  return {
    ...state,
    ...journey,
    phases: state.phases.map((phase) => phaseOf.get(phase.id) ?? phase),
    cards: state.cards.map((card) => ({ ...card, ...moveOf.get(card.id) })),
    curves: state.curves.map((curve) => curveOf.get(curve.id) ?? curve),
  }
}
