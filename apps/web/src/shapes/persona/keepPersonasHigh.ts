import type { Editor, TLShapeId } from 'tldraw'
import { PersonaShapeUtil } from './PersonaShapeUtil.tsx'

/**
 * Keeps a persona high enough for the needs that belong to her: when this person hangs one on her, or changes its words. What
 * others do grows at their own screen, so a remote change is never answered with a write. Returns what ends it.
 */
export function keepPersonasHigh(editor: Editor): () => void {
  const grow = (id: TLShapeId): void => {
    const shape = editor.getShape(id)
    if (shape?.type !== 'persona') return
    const util = editor.getShapeUtil(shape.type)
    if (!(util instanceof PersonaShapeUtil)) return
    const h = util.heightFor(shape)
    if (h > shape.props.h) editor.updateShape({ id, type: 'persona', props: { h } })
  }
  const stops = [
    editor.sideEffects.registerAfterCreateHandler('binding', ({ type, toId }, source) => {
      if (source === 'user' && type === 'belongs_to') grow(toId)
    }),
    editor.sideEffects.registerAfterChangeHandler('shape', (before, after, source) => {
      if (source !== 'user' || after.type !== 'card' || after.props.kind !== 'need') return
      if (before.type === 'card' && before.props.text === after.props.text) return
      for (const { toId } of editor.getBindingsFromShape(after.id, 'belongs_to')) grow(toId)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
