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
import { placeFreely } from './placedFreely.ts'
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
  const shape = editor.getShape(id)
  if (shape === undefined || !isTidied(shape)) return
  editMap(editor, shape.parentId as TLShapeId, (state) => {
    const apart = separated(state)
    const card = apart.cards.find((each) => String(each.id) === id)
    const cell: MapCell | null = card?.role === 'card' ? new MapGrid(apart).cellOf(card) : null
    return cell === null ? state : tidyCells(apart, [cell])
  })
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
    const shape = editor.getShape(each.id)
    const parent = shape === undefined ? undefined : editor.getShape(shape.parentId)
    if (shape === undefined || parent?.type !== 'journey' || !isTidied(shape) || isFixedShape(editor, each.id)) continue
    found.set(parent.id, [...(found.get(parent.id) ?? []), each])
  }
  return found
}
