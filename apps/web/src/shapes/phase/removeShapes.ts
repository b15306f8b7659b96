import type { Editor, TLShapeId } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { removePhase } from '@samenreis/model/journey/map/phaseEdits'
import { editMap } from '../journey/tidyMap.ts'
import { isFixedShape } from '../lock/lockedShape.ts'

/** A phase that was taken away while cards stood in it. */
export interface EmptiedPhase {
  readonly title: string
  /** How many cards stood in it. They are still there. */
  readonly cards: number
  /** Name of the phase that they stand in now; null when there is none any more. */
  readonly heir: string | null
}

/**
 * Takes shapes off the board. Cards of a phase that goes stay where they are, and its neighbour gets them; where their whole journey
 * goes, they go along. The caller marks the history. Returns the phases that cards stood in, which is also told (`onEmptied`).
 */
export function removeShapes(editor: Editor, ids: readonly TLShapeId[]): EmptiedPhase[] {
  const emptied: EmptiedPhase[] = []
  editor.run(() => {
    for (const id of ids) {
      const phase = editor.getShape(id)
      const journeyId = phase?.parentId as TLShapeId
      if (phase?.type !== 'phase' || ids.includes(journeyId) || isFixedShape(editor, id)) continue
      editMap(editor, journeyId, (state) => {
        const { state: after, heir, cards } = removePhase(state, ShapeId.parse(id))
        const name = heir === null ? undefined : editor.getShape(heir as unknown as TLShapeId)
        if (cards > 0) {
          emptied.push({ title: phase.props.title, cards, heir: name?.type === 'phase' ? name.props.title : null })
        }
        return after
      })
    }
    editor.deleteShapes([...ids])
  })
  if (emptied.length > 0) listeners.get(editor)?.(emptied)
  return emptied
}

type EmptiedListener = (emptied: readonly EmptiedPhase[]) => void

const listeners = new WeakMap<Editor, EmptiedListener>()

/** Calls when phases were taken away in which cards stood, whatever way. Returns what ends it. */
export function onEmptied(editor: Editor, listener: EmptiedListener): () => void {
  listeners.set(editor, listener)
  return () => {
    if (listeners.get(editor) === listener) listeners.delete(editor)
  }
}
