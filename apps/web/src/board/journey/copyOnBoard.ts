import { createShapeId, type Editor, type TLCreateShapePartial, type TLShape, type TLShapeId } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { copyJourney, type CopySource } from '@samenreis/model/journey/copy/copyJourney'
import { changeBetween } from '@samenreis/model/journey/map/MapChange'
import { tidyCells } from '@samenreis/model/journey/map/tidyCells'
import type { JourneyKind } from '@samenreis/model/records/enumerations'
import type { BoardShape, ShapeOf } from '@samenreis/model/records/recordKinds'
import { applyMapChange } from '../../shapes/journey/applyMapChange.ts'
import { readMapState } from '../../shapes/journey/readMapState.ts'
import { toCanvas, toFields } from '../../sync/tldrawRecord.ts'
import { freeBelow } from './freeBelow.ts'

/**
 * Makes a journey of this kind from another one and puts it below, chosen and in view. One undo step and one update on the wire.
 * Returns null when the journey is gone or the board takes no more.
 */
export function copyOnBoard(editor: Editor, journeyId: TLShapeId, kind: JourneyKind): TLShapeId | null {
  const journey = editor.getShape(journeyId)
  if (journey?.type !== 'journey') return null
  const copy = copyJourney(sourceOf(editor, journey), {
    kind,
    newId: () => ShapeId.parse(createShapeId()),
    at: editor.getPointInParentSpace(journey, freeBelow(editor, journey)),
  })
  const id = copy.journey.id as unknown as TLShapeId
  editor.markHistoryStoppingPoint('copy journey')
  editor.run(() => {
    editor.createShapes([copy.journey, ...copy.phases, ...copy.steps].map(partialOf))
    tidySteps(editor, id)
  })
  if (editor.getShape(id) === undefined) return null
  editor.select(id)
  editor.zoomToSelectionIfOffscreen(96)
  return id
}

/** The journey with its phases and steps as records; steps that stand in a group or frame of it count as well. */
function sourceOf(editor: Editor, journey: TLShape<'journey'>): CopySource {
  const inside = [...editor.getShapeAndDescendantIds([journey.id])].flatMap((id) => editor.getShape(id) ?? [])
  const phases = inside.filter(({ type, parentId }) => type === 'phase' && parentId === journey.id)
  const steps = inside
    .filter(({ type }) => type === 'touchpoint')
    .map((step) => {
      const { x, y } = editor.getPointInShapeSpace(journey, editor.getShapePageTransform(step).point())
      return { ...step, x, y }
    })
  return {
    journey: recordOf(journey) as ShapeOf<'journey'>,
    phases: phases.map((phase) => recordOf(phase) as ShapeOf<'phase'>).sort(byPlace),
    steps: steps.map((step) => recordOf(step) as ShapeOf<'touchpoint'>).sort(byPlace),
  }
}

function recordOf(shape: TLShape): BoardShape {
  return { id: shape.id, ...toFields(shape) } as unknown as BoardShape
}

function byPlace(a: BoardShape, b: BoardShape): number {
  return a.geometry[0] - b.geometry[0] || a.geometry[1] - b.geometry[1] || (a.id < b.id ? -1 : 1)
}

/** Without its `index`: the canvas puts each on top of those before it. */
function partialOf(record: BoardShape): TLCreateShapePartial {
  const { index: _index, typeName: _name, ...partial } = toCanvas(record) as TLShape
  return partial as TLCreateShapePartial
}

/** Steps that stood in another lane of the source come to lie over those of theirs. */
function tidySteps(editor: Editor, id: TLShapeId): void {
  const state = readMapState(editor, id)
  if (state === null) return
  const cells = state.phases.map((phase) => ({ phaseId: phase.id, laneKey: 'touchpoints' as const }))
  applyMapChange(editor, id, changeBetween(state, tidyCells(state, cells)))
}
