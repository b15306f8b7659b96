import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { openLanesOf } from '@samenreis/model/journey/lanes/laneEdits'
import { changeBetween, isNoChange } from '@samenreis/model/journey/map/MapChange'
import { separated } from '@samenreis/model/journey/map/growing'
import { MapGrid, type MapCell } from '@samenreis/model/journey/map/MapGrid'
import type { MapState } from '@samenreis/model/journey/map/MapState'
import { tidyCells } from '@samenreis/model/journey/map/tidyCells'
import { tidyDropped, type DroppedCard } from '@samenreis/model/journey/map/tidyDropped'
import { isFixedShape } from '../lock/lockedShape.ts'
import { applyMapChange } from './applyMapChange.ts'
import { isPlacedFreely, placeFreely } from './placedFreely.ts'
import { isTidied, readMapState } from './readMapState.ts'

/** A shape that was put down, and how it was before: null when it was not on the board, or is a copy. */
export interface PutDown {
  readonly id: TLShapeId
  readonly before: TLShape | null
}

/**
 * Tidies the cells of all maps in which these shapes were put down by the person at this screen. Shapes that no map tidies are left
 * alone. The caller marks the history.
 */
export function tidyPutDown(editor: Editor, shapes: readonly PutDown[]): void {
  for (const [journeyId, putDown] of byJourney(editor, shapes)) {
    placeFreely(
      editor,
      putDown.map(({ id }) => id),
      false,
    )
    const dropped = putDown.flatMap(({ id, before }): DroppedCard[] => {
      const known = ShapeId.safeParse(id)
      if (!known.success) return []
      return [{ id: known.data, from: before?.parentId === journeyId ? { x: before.x, y: before.y } : null }]
    })
    const ids = new Set(dropped.map(({ id }) => id))
    editMap(editor, journeyId, (state) => tidyDropped(openLanesOf(state, ids), dropped))
  }
}

/** Leaves shapes that were put down exactly where they are, also when their cell is tidied later. The caller marks the history. */
export function leavePutDown(editor: Editor, shapes: readonly PutDown[]): void {
  for (const [journeyId, putDown] of byJourney(editor, shapes)) {
    placeFreely(
      editor,
      putDown.map(({ id }) => id),
      true,
    )
    const ids = new Set(putDown.flatMap(({ id }) => ShapeId.safeParse(id).data ?? []))
    editMap(editor, journeyId, (state) => openLanesOf(state, ids))
  }
}

/** Tidies the cell that a card stands in, e.g. because it got another size. The caller marks the history. */
export function tidyCellOf(editor: Editor, id: TLShapeId): void {
  const journeyId = journeyOf(editor, id)
  if (journeyId !== null) editMap(editor, journeyId, (state) => withTidyCell(state, id))
}

/** Whether a card lies otherwise than tidying its cell would leave it: moved by key, placed freely, or from before. */
export function isUntidy(editor: Editor, id: TLShapeId): boolean {
  const shape = editor.getShape(id)
  const journeyId = journeyOf(editor, id)
  const state = journeyId === null ? null : readMapState(editor, journeyId)
  if (shape === undefined || state === null) return false
  return (
    isPlacedFreely(shape) || changeBetween(state, withTidyCell(state, id)).cards.some((card) => String(card.id) === id)
  )
}

function withTidyCell(state: MapState, id: TLShapeId): MapState {
  const apart = separated(state)
  const card = apart.cards.find((each) => String(each.id) === id)
  const cell: MapCell | null = card?.role === 'card' ? new MapGrid(apart).cellOf(card) : null
  return cell === null ? state : tidyCells(apart, [cell])
}

/** The journey that this card stands on and is tidied in; null when it stands elsewhere. */
function journeyOf(editor: Editor, id: TLShapeId): TLShapeId | null {
  const shape = editor.getShape(id)
  const parent = shape === undefined || !isTidied(shape) ? undefined : editor.getShape(shape.parentId)
  return parent?.type === 'journey' ? parent.id : null
}

/**
 * Changes a map by a plain function of its geometry; nothing is written when nothing differs, or when the journey is locked. The
 * caller marks the history.
 */
export function editMap(editor: Editor, journeyId: TLShapeId, edit: (state: MapState) => MapState): void {
  if (isFixedShape(editor, journeyId)) return
  const state = readMapState(editor, journeyId)
  if (state === null) return
  const change = changeBetween(state, edit(state))
  if (!isNoChange(change)) applyMapChange(editor, journeyId, change)
}

/** Those of the shapes that stand on a journey and are tidied there, by their journey. */
function byJourney(editor: Editor, shapes: readonly PutDown[]): ReadonlyMap<TLShapeId, readonly PutDown[]> {
  const found = new Map<TLShapeId, PutDown[]>()
  for (const each of shapes) {
    const journeyId = journeyOf(editor, each.id)
    if (journeyId === null || isFixedShape(editor, each.id)) continue
    found.set(journeyId, [...(found.get(journeyId) ?? []), each])
  }
  return found
}
