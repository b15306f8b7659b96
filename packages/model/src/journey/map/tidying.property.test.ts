import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ShapeId } from '../../ids/recordId.ts'
import { separated } from './growing.ts'
import { insertStep } from './insertStep.ts'
import { changeBetween, isNoChange } from './MapChange.ts'
import { MapGrid, isTidiedLane, type MapCell } from './MapGrid.ts'
import { centreX, CURVE_LANE, STEP_LANE } from './mapMeasures.ts'
import type { MapCard, MapState } from './MapState.ts'
import { addPhase, movePhase, narrowest, removePhase, resizePhase } from './phaseEdits.ts'
import { anyMap } from './testing/randomMap.ts'
import { tidyCells } from './tidyCells.ts'
import { tidyDropped } from './tidyDropped.ts'

const cardsOf = (state: MapState): ReadonlyMap<ShapeId, MapCard> => new Map(state.cards.map((card) => [card.id, card]))

/** Every cell of a map. */
function cellsOf(state: MapState): MapCell[] {
  return state.phases.flatMap(({ id }) => state.lanes.map(({ key }): MapCell => ({ phaseId: id, laneKey: key })))
}

function overlap(a: MapCard, b: MapCard): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** A map and one of its cells that is tidied and holds a card. */
function mapWithCell(wild = false): fc.Arbitrary<{ state: MapState; cell: MapCell }> {
  return anyMap({ wild })
    .map(separated)
    .chain((state) => {
      const grid = new MapGrid(state)
      const cells = state.cards
        .filter(({ role }) => role === 'card')
        .map((card) => grid.cellOf(card))
        .filter((cell): cell is MapCell => cell !== null && isTidiedLane(cell.laneKey))
      return fc.record({ state: fc.constant(state), cell: fc.constantFrom(...(cells.length === 0 ? [null] : cells)) })
    })
    .filter((each): each is { state: MapState; cell: MapCell } => each.cell !== null)
}

test('[MP2] the cards of a tidied cell do not overlap, and stay in their cell', () => {
  fc.assert(
    fc.property(mapWithCell(), ({ state, cell }) => {
      const tidied = tidyCells(state, [cell])
      const wanted = new MapGrid(state).inCell(cell).filter(({ role }) => role === 'card')
      const there = new MapGrid(tidied).inCell(cell)
      expect(there.map(({ id }) => id).sort()).toEqual(expect.arrayContaining(wanted.map(({ id }) => id).sort()))
      const cards = there.filter(({ role }) => role === 'card')
      for (const [at, card] of cards.entries()) {
        for (const other of cards.slice(at + 1)) expect(overlap(card, other)).toBe(false)
      }
    }),
  )
})

test('[MP2] nothing is lost, nothing changes its size, and what moves stands on whole pixels', () => {
  fc.assert(
    fc.property(mapWithCell(), ({ state, cell }) => {
      const tidied = tidyCells(state, [cell])
      expect(tidied.cards.map(({ id, w, h, role }) => ({ id, w, h, role }))).toEqual(
        state.cards.map(({ id, w, h, role }) => ({ id, w, h, role })),
      )
      for (const { x, y } of changeBetween(state, tidied).cards) expect([x, y].every(Number.isInteger)).toBe(true)
      expect(changeBetween(state, tidied).cards.map(({ id }) => id)).toEqual(
        tidied.cards
          .filter(({ id, x, y }) => cardsOf(state).get(id)?.x !== x || cardsOf(state).get(id)?.y !== y)
          .map(({ id }) => id),
      )
    }),
  )
})

test('[MP2] steps keep their order from left to right, the cards of other lanes theirs from left to right and from top to bottom', () => {
  fc.assert(
    fc.property(mapWithCell(), ({ state, cell }) => {
      const tidied = cardsOf(tidyCells(state, [cell]))
      const cards = new MapGrid(state).inCell(cell).filter(({ role }) => role === 'card')
      for (const a of cards) {
        for (const b of cards) {
          const [left, right] = [tidied.get(a.id), tidied.get(b.id)]
          if (left === undefined || right === undefined) throw new Error('lost')
          if (cell.laneKey === STEP_LANE) {
            if (centreX(a) < centreX(b)) expect(left.x).toBeLessThan(right.x)
          } else {
            if (a.x < b.x) expect(left.x).toBeLessThanOrEqual(right.x)
            if (a.y + a.h / 2 < b.y + b.h / 2 && left.x === right.x) expect(left.y).toBeLessThan(right.y)
          }
        }
      }
    }),
  )
})

test('[MP2] tidying twice changes nothing more', () => {
  fc.assert(
    fc.property(mapWithCell(), ({ state, cell }) => {
      const once = tidyCells(state, [cell])
      expect(changeBetween(once, tidyCells(once, [cell]))).toEqual(changeBetween(once, once))
    }),
  )
})

test('[MP3] other cells stay as they are: only what stands right of a wider phase or below a higher lane moves along, as one', () => {
  fc.assert(
    fc.property(mapWithCell(), ({ state, cell }) => {
      const tidied = tidyCells(state, [cell])
      const after = cardsOf(tidied)
      const grid = new MapGrid(state)
      const column = grid.column(cell.phaseId)
      const band = grid.band(cell.laneKey)
      if (column === null || band === null) throw new Error('no cell')
      const wider = (tidied.phases.find(({ id }) => id === cell.phaseId)?.w ?? 0) - column.phase.w
      const higher = (new MapGrid(tidied).band(cell.laneKey)?.bottom ?? 0) - band.bottom
      expect(wider).toBeGreaterThanOrEqual(0)
      expect(higher).toBeGreaterThanOrEqual(0)
      for (const card of state.cards) {
        const home = grid.cellOf(card)
        if (home?.phaseId === cell.phaseId && (home.laneKey === cell.laneKey || cell.laneKey === STEP_LANE)) continue
        // What stands in the column above or below all lanes hangs below a step too.
        if (cell.laneKey === STEP_LANE && grid.columnAt(centreX(card)) === column) continue
        if (cell.laneKey === STEP_LANE && grid.columnAt(centreX(card))?.phase.id === cell.phaseId) continue
        const isRight = centreX(card) >= column.right
        const isBelow = card.y + card.h / 2 >= band.bottom
        expect(after.get(card.id)).toEqual({
          ...card,
          x: card.x + (isRight ? wider : 0),
          y: card.y + (isBelow ? higher : 0),
        })
      }
      expect(tidied.w - state.w).toBeGreaterThanOrEqual(wider)
      expect(tidied.h - state.h).toBe(higher)
    }),
  )
})

test('[MP3] every phase keeps what stands in it, and every lane too', () => {
  fc.assert(
    fc.property(mapWithCell(), ({ state, cell }) => {
      const tidied = tidyCells(state, [cell])
      const [before, after] = [new MapGrid(state), new MapGrid(tidied)]
      const now = cardsOf(tidied)
      for (const card of state.cards.filter(({ role }) => role === 'card')) {
        expect(after.cellOf(now.get(card.id) ?? card)).toEqual(before.cellOf(card))
      }
    }),
  )
})

test('[MP4] what was dropped is tidied in its cell, and dropping it again where it stands changes nothing', () => {
  fc.assert(
    fc.property(
      anyMap(),
      fc.array(fc.nat(19), { minLength: 1, maxLength: 4 }),
      fc.boolean(),
      (state, picks, isMoved) => {
        const dropped = [...new Set(picks)]
          .map((at) => state.cards[at])
          .filter((card): card is MapCard => card?.role === 'card')
          .map(({ id, x, y }) => ({ id, from: isMoved ? { x: x - 300, y } : null }))
        const once = tidyDropped(state, dropped)
        const again = dropped.map(({ id }) => ({ id, from: null }))
        expect(once.cards.length).toBe(state.cards.length)
        const twice = tidyDropped(once, again)
        expect(changeBetween(once, twice)).toEqual(changeBetween(once, once))
      },
    ),
  )
})

test('[MP4] a card outside of all phases or lanes stays where it was dropped; one in the lane of the curves too', () => {
  fc.assert(
    fc.property(anyMap(), (state) => {
      const grid = new MapGrid(state)
      const outside = state.cards.filter((card) => {
        const cell = grid.cellOf(card)
        return cell === null || cell.laneKey === CURVE_LANE
      })
      const tidied = tidyDropped(
        state,
        outside.map(({ id }) => ({ id, from: null })),
      )
      expect(isNoChange(changeBetween(state, tidied))).toBe(true)
    }),
  )
})

const NEW = 'shape:new' as ShapeId

test('[MP5] a step that is put between stands there alone, what hung below the others hangs there still, and no order changes', () => {
  fc.assert(
    fc.property(mapWithCell(), fc.nat(6), ({ state, cell }, before) => {
      const made = insertStep(state, { phaseId: cell.phaseId, before }, { id: NEW, w: 200, h: 150 })
      if (!state.lanes.some(({ key }) => key === STEP_LANE)) {
        expect(made).toBeNull()
        return
      }
      if (made === null) throw new Error('no room')
      const inLane = { phaseId: cell.phaseId, laneKey: STEP_LANE } as const
      const heads = new MapGrid(state).inCell(inLane).filter(({ role }) => role === 'card')
      const now = new MapGrid(made)
        .inCell(inLane)
        .filter(({ role }) => role === 'card')
        .toSorted((a, b) => a.x - b.x)
      const at = Math.min(before, heads.length)
      expect(now.findIndex(({ id }) => id === NEW)).toBe(at)
      const known = cardsOf(made)
      for (const a of heads) {
        for (const b of heads) {
          if (centreX(a) < centreX(b)) expect(known.get(a.id)?.x).toBeLessThan(known.get(b.id)?.x ?? 0)
        }
      }
      const step = known.get(NEW)
      if (step === undefined) throw new Error('no step')
      const column = new MapGrid(made).inColumn(new MapGrid(made).column(cell.phaseId) as never)
      // Nothing hangs below the new step: place would make a link that nobody made.
      for (const card of column) {
        if (card.id !== NEW && card.role === 'card' && card.w === 200) {
          expect(Math.abs(centreX(card) - centreX(step))).toBeGreaterThan(100)
        }
      }
    }),
  )
})

test('[MP6] phases are added, moved, widened and taken away with everything in them, in true order and without overlap', () => {
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), at: fc.nat(6), w: fc.constant(436) }),
    fc.record({ kind: fc.constant('move' as const), at: fc.nat(4), w: fc.nat(6) }),
    fc.record({ kind: fc.constant('resize' as const), at: fc.nat(4), w: fc.integer({ min: 0, max: 1500 }) }),
    fc.record({ kind: fc.constant('remove' as const), at: fc.nat(4), w: fc.constant(0) }),
  )
  fc.assert(
    fc.property(anyMap(), edit, (state, { kind, at, w }) => {
      const id = new MapGrid(state).columns[at]?.phase.id ?? ('shape:gone' as ShapeId)
      const after =
        kind === 'add'
          ? addPhase(state, at, { id: NEW, w })
          : kind === 'move'
            ? movePhase(state, id, w)
            : kind === 'resize'
              ? resizePhase(state, id, w)
              : removePhase(state, id).state
      const { columns } = new MapGrid(after)
      if (id !== 'shape:gone' || kind === 'add')
        expect(columns.map(({ phase }) => phase.order)).toEqual(columns.map((_, order) => order))
      for (const [index, column] of columns.entries()) {
        expect(columns[index + 1]?.left ?? Infinity).toBeGreaterThanOrEqual(column.right)
      }
      expect(after.cards.map(({ id: each }) => each)).toEqual(state.cards.map(({ id: each }) => each))
      const [was, is] = [new MapGrid(state), new MapGrid(after)]
      for (const card of state.cards) {
        const home = was.columnAt(centreX(card))?.phase.id
        const now = is.columnAt(centreX(cardsOf(after).get(card.id) ?? card))?.phase.id
        if (home === undefined || (kind === 'remove' && home === id)) continue
        expect(now).toBe(home)
      }
      if (kind === 'resize' && id !== 'shape:gone') {
        expect(is.column(id)?.phase.w).toBe(Math.max(w, narrowest(state, id)))
      }
    }),
  )
})

test('[MP7] nothing throws and nothing is lost on any map, also where phases overlap, lanes are twice there and cards have no size', () => {
  fc.assert(
    fc.property(anyMap({ wild: true }), fc.nat(6), fc.nat(2000), (state, at, w) => {
      const id = state.phases[at]?.id ?? ('shape:gone' as ShapeId)
      const results = [
        separated(state),
        tidyCells(separated(state), cellsOf(state)),
        tidyDropped(
          state,
          state.cards.map(({ id: each }) => ({ id: each, from: { x: w, y: w / 2 } })),
        ),
        insertStep(state, { phaseId: id, before: at }, { id: NEW, w: 200, h: 150 }) ?? state,
        addPhase(state, at, { id: NEW, w: 436 }),
        movePhase(state, id, at),
        resizePhase(state, id, w),
        removePhase(state, id).state,
      ]
      for (const { cards } of results) {
        const kept = cards.filter((card) => card.id !== NEW)
        expect(kept.map((card) => card.id)).toEqual(state.cards.map((card) => card.id))
        for (const { x, y } of kept) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
      }
    }),
  )
})
