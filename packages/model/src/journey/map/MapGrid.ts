import type { ShapeId } from '../../ids/recordId.ts'
import type { LaneKey } from '../../records/enumerations.ts'
import { CURVE_LANE, centreX, centreY, MAP_GAP, MAP_SLOT } from './mapMeasures.ts'
import type { MapCard, MapPhase, MapState } from './MapState.ts'

/** A phase as a column: `left` belongs to it, `right` does not. In board pixels from the start of the journey. */
export interface MapColumn {
  readonly phase: MapPhase
  readonly left: number
  readonly right: number
}

/** A lane as a band: `top` belongs to it, `bottom` does not. */
export interface MapBand {
  readonly key: LaneKey
  readonly top: number
  readonly bottom: number
  /** Whether it is folded to a strip: what stands in it is not shown, and not laid out. */
  readonly folded: boolean
}

/** Where a phase and a lane cross, by their names. */
export interface MapCell {
  readonly phaseId: ShapeId
  readonly laneKey: LaneKey
}

/** The columns and bands of a map, and what stands where; half-open as in `JourneyMap`. Answers hold for one state. */
export class MapGrid {
  /** From left to right; two that start at the same place by order, then by id. */
  readonly columns: readonly MapColumn[]
  /** From top to bottom. Of a lane that is there twice the upper one counts. */
  readonly bands: readonly MapBand[]
  private readonly state: MapState

  constructor(state: MapState) {
    this.state = state
    this.columns = state.phases
      .map((phase) => ({ phase, left: phase.x, right: phase.x + phase.w }))
      .toSorted((a, b) => a.left - b.left || a.phase.order - b.phase.order || (a.phase.id < b.phase.id ? -1 : 1))
    let top = state.lanesFrom
    this.bands = state.lanes.map(({ key, h, foldedFrom }) => {
      const band = { key, top, bottom: top + h, folded: foldedFrom !== undefined }
      top += h
      return band
    })
  }

  column(phaseId: ShapeId): MapColumn | null {
    return this.columns.find(({ phase }) => phase.id === phaseId) ?? null
  }

  /** The column that holds this place. Where two overlap, the right-hand one. */
  columnAt(x: number): MapColumn | null {
    return this.columns.findLast(({ left, right }) => x >= left && x < right) ?? null
  }

  /** The band of a lane; null when the map does not have it, or it is folded: what it keeps is not laid out. */
  band(key: LaneKey): MapBand | null {
    const at = this.state.lanes.findIndex((lane) => lane.key === key)
    const isFolded = this.state.lanes[at]?.foldedFrom !== undefined
    return isFolded ? null : (this.bands[at] ?? null)
  }

  bandAt(y: number): MapBand | null {
    return this.bands.find(({ top, bottom }) => y >= top && y < bottom) ?? null
  }

  /** The cell that holds the centre of a card; null outside of all phases or lanes. */
  cellOf(card: MapCard): MapCell | null {
    const column = this.columnAt(centreX(card))
    const band = this.bandAt(centreY(card))
    return column === null || band === null ? null : { phaseId: column.phase.id, laneKey: band.key }
  }

  /** Everything whose centre lies in a column, whatever the lane and also above and below all lanes. */
  inColumn({ phase }: MapColumn): readonly MapCard[] {
    return this.state.cards.filter((card) => this.columnAt(centreX(card))?.phase.id === phase.id)
  }

  inCell({ phaseId, laneKey }: MapCell): readonly MapCard[] {
    return this.state.cards.filter((card) => {
      const cell = this.cellOf(card)
      return cell !== null && cell.phaseId === phaseId && cell.laneKey === laneKey
    })
  }
}

/** Whether the cards of this lane are tidied. */
export function isTidiedLane(key: LaneKey): boolean {
  return key !== CURVE_LANE
}

/** The place in a column that is nearest to `x`: 0 is the first. It may lie beyond the column's end. */
export function slotAt(column: MapColumn, x: number): number {
  return Math.max(0, Math.round((x - column.left - MAP_GAP) / MAP_SLOT))
}

/** Where a card in this place of a column starts, in whole pixels. */
export function slotX(column: MapColumn, slot: number): number {
  return Math.round(column.left + MAP_GAP + slot * MAP_SLOT)
}

/** How many cards stand side by side in a column, at least one. */
export function slotCount({ left, right }: MapColumn): number {
  return Math.max(1, Math.floor((right - left - MAP_GAP) / MAP_SLOT))
}
