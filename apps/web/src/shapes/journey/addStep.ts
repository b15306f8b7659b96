import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { openLane } from '@samenreis/model/journey/lanes/laneEdits'
import { insertStep, type StepPlace } from '@samenreis/model/journey/map/insertStep'
import { changeBetween } from '@samenreis/model/journey/map/MapChange'
import { MapGrid } from '@samenreis/model/journey/map/MapGrid'
import { STEP_LANE } from '@samenreis/model/journey/map/mapMeasures'
import { headsOf } from '@samenreis/model/journey/map/StepGroup'
import { touchpoint } from '@samenreis/model/records/touchpoint'
import { isFixedShape } from '../lock/lockedShape.ts'
import { startTyping } from '../tool/placeNew.ts'
import { applyMapChange } from './applyMapChange.ts'
import { readMapState } from './readMapState.ts'

/**
 * Makes a step between two others and lets the person type in it; the rest moves up. One undo step, one change on the wire. Returns
 * null when the phase is gone, the map has no lane of steps, or it is locked.
 */
export function addStep(editor: Editor, journeyId: TLShapeId, place: StepPlace): TLShapeId | null {
  const state = readMapState(editor, journeyId)
  if (state === null || editor.getIsReadonly() || isFixedShape(editor, journeyId)) return null
  const id = createShapeId()
  const stepId = ShapeId.parse(id)
  // A folded lane of steps opens for it.
  const after = insertStep(openLane(state, STEP_LANE), place, { id: stepId, ...touchpoint.size })
  const step = after?.cards.find((card) => card.id === stepId)
  if (after === null || step === undefined) return null
  editor.markHistoryStoppingPoint(`creating:${id}`)
  editor.run(() => {
    editor.createShapes([{ id, type: 'touchpoint', parentId: journeyId, x: Math.round(step.x), y: Math.round(step.y) }])
    applyMapChange(editor, journeyId, changeBetween(state, after))
  })
  if (editor.getShape(id) === undefined) return null
  startTyping(editor, id)
  return id
}

/** Where a step beside this one would come; null when this is no step in the lane of steps of a map. */
export function placeBesideStep(
  editor: Editor,
  stepId: TLShapeId,
  side: 'before' | 'after',
): { readonly journeyId: TLShapeId; readonly place: StepPlace } | null {
  const journeyId = editor.getShape(stepId)?.parentId as TLShapeId | undefined
  const state = journeyId === undefined ? null : readMapState(editor, journeyId)
  if (journeyId === undefined || state === null) return null
  const grid = new MapGrid(state)
  for (const column of grid.columns) {
    const at = headsOf(grid, column).findIndex(({ id }) => String(id) === stepId)
    if (at >= 0) return { journeyId, place: { phaseId: column.phase.id, before: side === 'before' ? at : at + 1 } }
  }
  return null
}
