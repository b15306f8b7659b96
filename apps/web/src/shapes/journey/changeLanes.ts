import type { Editor, TLShapeId } from 'tldraw'
import { changeBetween, isNoChange } from '@samenreis/model/journey/map/MapChange'
import type { MapState } from '@samenreis/model/journey/map/MapState'
import { isFixedShape } from '../lock/lockedShape.ts'
import { applyMapChange } from './applyMapChange.ts'
import { readMapState } from './readMapState.ts'

/** Does something with the lanes of a map, as one undo step and one update on the wire; nothing where nothing would change. */
export function changeLanes(editor: Editor, journeyId: TLShapeId, edit: (state: MapState) => MapState): void {
  const state = isFixedShape(editor, journeyId) ? null : readMapState(editor, journeyId)
  if (state === null) return
  const change = changeBetween(state, edit(state))
  if (isNoChange(change)) return
  editor.markHistoryStoppingPoint('lanes')
  applyMapChange(editor, journeyId, change)
}
