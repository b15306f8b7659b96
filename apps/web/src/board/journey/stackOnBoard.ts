import { Box, type Editor, type TLShape, type TLShapeId, type TLShapePartial } from 'tldraw'
import { alignColumns, type KeyedColumn } from '@samenreis/model/journey/map/alignColumns'
import { carryColumns } from '@samenreis/model/journey/map/carryColumns'
import { changeBetween } from '@samenreis/model/journey/map/MapChange'
import type { MapState } from '@samenreis/model/journey/map/MapState'
import { applyMapChange } from '../../shapes/journey/applyMapChange.ts'
import { readMapState } from '../../shapes/journey/readMapState.ts'
import { journeyLock } from '../../shapes/lock/JourneyLock.ts'
import { freePlace, JOURNEY_GAP, LANE_NAMES } from './freeBelow.ts'

/** All journeys of the page as they stand, from top to bottom. */
export function journeysOf(editor: Editor): readonly TLShape<'journey'>[] {
  const place = (shape: TLShape): { x: number; y: number } => editor.getShapePageBounds(shape) ?? { x: 0, y: 0 }
  return editor
    .getCurrentPageShapes()
    .filter((shape): shape is TLShape<'journey'> => shape.type === 'journey')
    .sort((a, b) => place(a).y - place(b).y || place(a).x - place(b).x || (a.id < b.id ? -1 : 1))
}

/**
 * Puts journeys under each other, in the order in which they stand, from where the highest one stands, with the phases of one key
 * aligned. What lies loose on a journey moves along. Locked ones too: who leads asked for just that. One undo step and one update
 * on the wire; the view shows them all afterwards.
 */
export function stackOnBoard(editor: Editor, ids: readonly TLShapeId[]): void {
  const journeys = journeysOf(editor).filter(({ id }) => ids.includes(id))
  const maps = journeys.flatMap((journey) => {
    const state = readMapState(editor, journey.id)
    const bounds = editor.getShapePageBounds(journey)
    return state === null || bounds === undefined ? [] : [{ journey, state, bounds }]
  })
  const [first] = maps
  if (first === undefined) return
  const aligned = alignColumns(maps.map(({ state }) => columnsOf(editor, state)))
  const next = maps.map(({ state }, at) => {
    const to = aligned[at]
    return to === undefined ? state : carryColumns(state, to.columns, Math.max(to.w, 1))
  })
  const along = maps.map(({ journey, bounds }) => looseOn(editor, journey, bounds))
  const moving = new Set<TLShapeId>([...journeys.map(({ id }) => id), ...along.flat().map(({ id }) => id)])
  const height = next.reduce((sum, { h }) => sum + h + JOURNEY_GAP, -JOURNEY_GAP)
  const width = Math.max(...next.map(({ w }) => w))
  const x = first.bounds.x
  const around = new Box(x - LANE_NAMES, first.bounds.y, width + LANE_NAMES, height)
  let y = freePlace(around, othersOn(editor, moving))

  const partials: TLShapePartial[] = []
  for (const [at, { journey, bounds }] of maps.entries()) {
    const by = { x: x - bounds.x, y: y - bounds.y }
    for (const shape of [journey, ...(along[at] ?? [])]) partials.push(movedBy(editor, shape, by))
    y += (next[at]?.h ?? 0) + JOURNEY_GAP
  }
  const write = (): void => {
    editor.run(() => {
      for (const [at, { journey, state }] of maps.entries()) {
        const to = next[at]
        if (to !== undefined) applyMapChange(editor, journey.id, changeBetween(state, to))
      }
      editor.updateShapes(partials)
    })
  }
  editor.markHistoryStoppingPoint('stack journeys')
  const lock = journeyLock(editor.store)
  if (lock === null) write()
  else lock.deliberately(write)
  editor.zoomToBounds(new Box(x - LANE_NAMES, y - height - JOURNEY_GAP, width + LANE_NAMES, height), { inset: 120 })
}

function columnsOf(editor: Editor, state: MapState): KeyedColumn[] {
  return state.phases.map(({ id, x, w, order }) => {
    const phase = editor.getShape(id as unknown as TLShapeId)
    return { id, x, w, order, key: phase?.type === 'phase' ? phase.props.key : 'custom' }
  })
}

/** What lies on the journey without standing in it: a card that somebody put on a locked one. */
function looseOn(editor: Editor, journey: TLShape, bounds: Box): TLShape[] {
  return editor
    .getSortedChildIdsForParent(journey.parentId)
    .flatMap((id) => editor.getShape(id) ?? [])
    .filter((shape) => shape.type !== 'journey' && shape.type !== 'matrix' && shape.type !== 'arrow')
    .filter((shape) => {
      const box = editor.getShapePageBounds(shape)
      return box !== undefined && bounds.containsPoint(box.center)
    })
}

function othersOn(editor: Editor, moving: ReadonlySet<TLShapeId>): Box[] {
  return editor
    .getSortedChildIdsForParent(editor.getCurrentPageId())
    .filter((id) => !moving.has(id) && editor.getShape(id)?.type !== 'arrow')
    .flatMap((id) => editor.getShapePageBounds(id) ?? [])
}

function movedBy(editor: Editor, shape: TLShape, by: { readonly x: number; readonly y: number }): TLShapePartial {
  const from = editor.getShapePageTransform(shape).point()
  const { x, y } = editor.getPointInParentSpace(shape, { x: from.x + by.x, y: from.y + by.y })
  return { id: shape.id, type: shape.type, x, y }
}
