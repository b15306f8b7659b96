import { heightenTo, widenTo } from './growing.ts'
import { MapGrid, slotAt, slotX, type MapCell, type MapColumn } from './MapGrid.ts'
import { centreY, HALF_SLOT, MAP_GAP } from './mapMeasures.ts'
import type { MapCard, MapState } from './MapState.ts'
import { headsOf } from './StepGroup.ts'

/**
 * Lets the cards of a cell stand below the step or in the place that is nearest, stacked from the top of the lane in the order in
 * which they lay. Cards that somebody placed freely stay, and are left free.
 */
export function tidyStack(state: MapState, cell: MapCell): MapState {
  const grid = new MapGrid(state)
  const [column, band] = [grid.column(cell.phaseId), grid.band(cell.laneKey)]
  if (column === null || band === null) return state
  const inCell = grid.inCell(cell)
  const cards = inCell.filter(({ role }) => role === 'card')
  if (cards.length === 0) return state
  const taken: MapCard[] = inCell.filter(({ role }) => role === 'free')
  const stepXs = headsOf(grid, column).map(({ x }) => x)
  const moved = new Map<string, MapCard>()
  const top = Math.round(band.top + MAP_GAP)
  for (const card of cards.toSorted(byHeight)) {
    const x = nearestPlace(card.x, column, stepXs)
    const above = [...moved.values()].filter((other) => overlapsInWidth({ ...card, x }, other))
    const y = firstFree(
      { ...card, x },
      Math.max(top, ...above.map((other) => Math.ceil(other.y + other.h) + MAP_GAP)),
      taken,
    )
    moved.set(card.id, { ...card, x, y })
  }
  const all = [...moved.values()]
  const right = Math.max(...all.map((card) => card.x + card.w + MAP_GAP))
  const bottom = Math.max(...all.map((card) => card.y + card.h + MAP_GAP))
  // What stands right of the column and below the lane makes room first: then nothing that moves is taken for part of it.
  const staying = { ...state, cards: state.cards.filter(({ id }) => !moved.has(id)) }
  const grown = heightenTo(widenTo(staying, cell.phaseId, right), cell.laneKey, bottom)
  const cardOf = new Map(grown.cards.map((card) => [card.id, card]))
  return { ...grown, cards: state.cards.map((card) => moved.get(card.id) ?? cardOf.get(card.id) ?? card) }
}

/** From top to bottom, then from left to right, then by id. */
function byHeight(a: MapCard, b: MapCard): number {
  return centreY(a) - centreY(b) || a.x - b.x || (a.id < b.id ? -1 : 1)
}

/** Where a card that lies at `x` comes to stand: below a step, or in a place of the column that is below none. */
function nearestPlace(x: number, column: MapColumn, stepXs: readonly number[]): number {
  const slot = slotAt(column, x)
  const places = [slot - 1, slot, slot + 1]
    .filter((each) => each >= 0)
    .map((each) => slotX(column, each))
    .filter((place) => stepXs.every((stepX) => Math.abs(stepX - place) >= HALF_SLOT))
  const steps = stepXs.map((stepX) => Math.max(slotX(column, 0), Math.round(stepX)))
  return [...steps, ...places].reduce((nearest, place) =>
    Math.abs(place - x) < Math.abs(nearest - x) ? place : nearest,
  )
}

/** The highest place from `y` down where no freely placed card lies in the way. */
function firstFree(card: MapCard, y: number, taken: readonly MapCard[]): number {
  let free = y
  // Each round passes one of them for good.
  for (let round = 0; round < taken.length; round++) {
    const inTheWay = taken.find(
      (other) =>
        overlapsInWidth(card, other) && free < other.y + other.h + MAP_GAP && other.y < free + card.h + MAP_GAP,
    )
    if (inTheWay === undefined) break
    free = Math.ceil(inTheWay.y + inTheWay.h) + MAP_GAP
  }
  return free
}

function overlapsInWidth(a: MapCard, b: MapCard): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w
}
