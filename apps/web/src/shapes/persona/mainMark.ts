import { createComputedCache, type Editor, type TLShape, type TLShapeId } from 'tldraw'
import { mainPersona } from '@samenreis/model/journey/mainPersona'
import { isHeldShape } from '../lock/lockedShape.ts'

/** Whether a persona carries the mark. Cached: one that is typed in makes no other persona look again. */
const carries = createComputedCache(
  'carries the main mark',
  (_editor: Editor, shape: TLShape) => shape.type === 'persona' && shape.props.main,
)

/** The main persona of the board; null = none. Followed when read inside a reactive computation. */
export function mainPersonaId(editor: Editor): TLShapeId | null {
  const ids = editor.store.query.ids('shape', () => ({ type: { eq: 'persona' } })).get()
  return mainPersona([...ids].map((id) => ({ id, main: carries.get(editor, id) ?? false })))
}

/**
 * Makes this the only main persona, or with null takes the mark from all, as one step that can be undone. One that this person
 * may not change keeps it: readers know what to make of two.
 */
export function markMainPersona(editor: Editor, mainId: TLShapeId | null): void {
  const changed = [...editor.store.query.ids('shape', () => ({ type: { eq: 'persona' } })).get()].filter(
    (id) => (carries.get(editor, id) ?? false) !== (id === mainId) && !isHeldShape(editor, id),
  )
  if (changed.length === 0) return
  editor.markHistoryStoppingPoint('main persona')
  editor.run(() => {
    editor.updateShapes(changed.map((id) => ({ id, type: 'persona', props: { main: id === mainId } })))
  })
}
