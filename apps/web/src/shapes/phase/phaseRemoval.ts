import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { changeBetween } from '@samenreis/model/journey/map/MapChange'
import type { MapState } from '@samenreis/model/journey/map/MapState'
import { removePhase } from '@samenreis/model/journey/map/phaseEdits'
import { applyMapChange } from '../journey/applyMapChange.ts'
import { readMapState } from '../journey/readMapState.ts'

/** A phase that was taken away while cards stood in it. */
export interface EmptiedPhase {
  /** How many cards stood in it. They are still there. */
  readonly cards: number
  /** Name of the phase that they stand in now; null when there is none any more. */
  readonly heir: string | null
}

/**
 * Keeps what stands in a phase that this person takes away, whatever way (key, panel, eraser, cutting): the cards stay where they are
 * and its neighbour gets them, an empty phase closes up. Where the whole journey goes, they go along. Part of the same undo step.
 *
 * @param tell what became of the cards
 * @returns what ends it
 */
export function keepContentOfPhases(editor: Editor, tell: (emptied: EmptiedPhase) => void): () => void {
  return editor.sideEffects.registerAfterDeleteHandler('shape', (phase, source) => {
    // What others take away they have dealt with, and undo knows itself what was there before.
    if (source !== 'user' || phase.type !== 'phase' || isReplaying(editor)) return
    const emptied = closeUp(editor, phase)
    if (emptied !== null) tell(emptied)
  })
}

/** Gives the place of a phase that is gone to its neighbour. null when no card stood in it, or its journey is gone too. */
function closeUp(editor: Editor, phase: TLShape<'phase'>): EmptiedPhase | null {
  const journeyId = phase.parentId as TLShapeId
  const id = ShapeId.safeParse(phase.id)
  const state = readMapState(editor, journeyId)
  if (state === null || !id.success) return null
  const { w, order } = phase.props
  const before: MapState = { ...state, phases: [...state.phases, { id: id.data, x: phase.x, w, order }] }
  const { state: after, heir, cards } = removePhase(before, id.data)
  applyMapChange(editor, journeyId, changeBetween(state, after))
  if (cards === 0) return null
  const neighbour = heir === null ? undefined : editor.getShape(heir as unknown as TLShapeId)
  return { cards, heir: neighbour?.type === 'phase' ? neighbour.props.title : null }
}

/** Whether the history is being taken back or done again; tldraw 5.4.2 knows, but does not tell it in its types. */
function isReplaying(editor: Editor): boolean {
  const ask: unknown = Reflect.get(editor, 'isReplayingHistory')
  return typeof ask === 'function' && ask.call(editor) === true
}
