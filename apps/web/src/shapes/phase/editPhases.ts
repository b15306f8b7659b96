import { createShapeId, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { changeBetween } from '@samenreis/model/journey/map/MapChange'
import { MapGrid } from '@samenreis/model/journey/map/MapGrid'
import { PHASE_WIDTH } from '@samenreis/model/journey/map/mapMeasures'
import type { MapState } from '@samenreis/model/journey/map/MapState'
import { addPhase, movePhase, resizePhase } from '@samenreis/model/journey/map/phaseEdits'
import { applyMapChange } from '../journey/applyMapChange.ts'
import { readMapState } from '../journey/readMapState.ts'
import { editMap } from '../journey/tidyMap.ts'
import { isFixedShape } from '../lock/lockedShape.ts'
import { startTyping } from '../tool/placeNew.ts'

/**
 * Makes a phase before the one of this number (from the number of phases up: at the end) and lets the person type its name; what
 * stands right of it moves along. One undo step. Returns null when the journey is gone or locked.
 */
export function addPhaseAt(editor: Editor, journeyId: TLShapeId, before: number): TLShapeId | null {
  const state = readMapState(editor, journeyId)
  const journey = editor.getShape(journeyId)
  if (state === null || journey?.type !== 'journey') return null
  if (editor.getIsReadonly() || isFixedShape(editor, journeyId)) return null
  const id = createShapeId()
  const phaseId = ShapeId.parse(id)
  const after = addPhase(state, before, { id: phaseId, w: PHASE_WIDTH })
  const made = after.phases.find((phase) => phase.id === phaseId)
  if (made === undefined) return null
  editor.markHistoryStoppingPoint(`creating:${id}`)
  editor.run(() => {
    const props = { w: made.w, h: journey.props.lanesFrom, order: made.order }
    editor.createShapes([{ id, type: 'phase', parentId: journeyId, x: Math.round(made.x), y: 0, props }])
    applyMapChange(editor, journeyId, changeBetween(state, after))
  })
  if (editor.getShape(id) === undefined) return null
  startTyping(editor, id)
  return id
}

/** Where a phase stands among those of its journey. */
export interface PhasePosition {
  readonly journeyId: TLShapeId
  readonly at: number
  readonly count: number
}

/** null when this is no phase of a journey. */
export function positionOf(editor: Editor, phaseId: TLShapeId): PhasePosition | null {
  const journeyId = editor.getShape(phaseId)?.parentId as TLShapeId | undefined
  const state = journeyId === undefined ? null : readMapState(editor, journeyId)
  if (journeyId === undefined || state === null) return null
  const { columns } = new MapGrid(state)
  const at = columns.findIndex(({ phase }) => String(phase.id) === phaseId)
  return at < 0 ? null : { journeyId, at, count: columns.length }
}

/** A phase takes this place among the others, with everything that stands in it. One undo step. */
export function movePhaseTo(editor: Editor, phaseId: TLShapeId, to: number): void {
  const position = positionOf(editor, phaseId)
  if (position === null || editor.getIsReadonly()) return
  editor.markHistoryStoppingPoint('move phase')
  editMap(editor, position.journeyId, (state) => movePhase(state, ShapeId.parse(phaseId), to))
}

/**
 * The place that a phase takes when its head is dropped where it is now: among the others by its middle.
 *
 * @param before how it stood before the drag
 */
export function dropPlace(state: MapState, before: TLShape<'phase'>, x: number): number {
  const middle = x + before.props.w / 2
  const others = new MapGrid(state).columns.filter(({ phase }) => String(phase.id) !== before.id)
  return others.filter(({ left, right }) => (left + right) / 2 < middle).length
}

/** After a drag of its head: the phase takes the place that it was dropped in, or goes back. Part of the drag's own undo step. */
export function dropPhase(editor: Editor, before: TLShape<'phase'>, after: TLShape<'phase'>): void {
  const journeyId = after.parentId as TLShapeId
  editMap(editor, journeyId, (now) => {
    const state = withPhase(now, before)
    return movePhase(state, ShapeId.parse(before.id), dropPlace(state, before, after.x))
  })
}

/**
 * After its head was made wider or narrower: what stands right of it moves along. The left edge of a phase is the end of the one
 * before it. Part of the same undo step.
 */
export function fitPhase(editor: Editor, before: TLShape<'phase'>, after: TLShape<'phase'>): void {
  editMap(editor, after.parentId as TLShapeId, (now) => {
    const state = withPhase(now, before)
    const wider = after.props.w - before.props.w
    if (after.x === before.x) return resizePhase(state, ShapeId.parse(before.id), after.props.w)
    const { columns } = new MapGrid(state)
    const previous = columns[columns.findIndex(({ phase }) => String(phase.id) === before.id) - 1]
    return previous === undefined ? state : resizePhase(state, previous.phase.id, previous.phase.w - wider)
  })
}

/** The map with this phase as it was. */
function withPhase(state: MapState, { id, x, props }: TLShape<'phase'>): MapState {
  const phases = state.phases.map((phase) => (String(phase.id) === id ? { ...phase, x, w: props.w } : phase))
  return { ...state, phases }
}
