import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { needParts } from '@samenreis/model/records/needSentence'

/**
 * Words of the needs that belong to a persona, by a belonging or an arrow (model.md B0.3), in reading order, each without its
 * fixed start. Followed when read inside a reactive computation.
 */
export function personaNeeds(editor: Editor, id: TLShapeId): string[] {
  const found = new Map<TLShapeId, TLShape<'card'>>()
  for (const otherId of linkedTo(editor, id)) {
    const shape = editor.getShape(otherId)
    if (shape?.type === 'card' && shape.props.kind === 'need') found.set(otherId, shape)
  }
  return [...found.values()]
    .map((shape) => ({
      words: needParts(shape.props.text, 'nl').words.trim(),
      at: editor.getShapePageTransform(shape),
    }))
    .filter(({ words }) => words !== '')
    .sort((a, b) => a.at.e - b.at.e || a.at.f - b.at.f)
    .map(({ words }) => words)
}

function linkedTo(editor: Editor, id: TLShapeId): TLShapeId[] {
  const belonging = editor.getBindingsToShape(id, 'belongs_to').map(({ fromId }) => fromId)
  const byArrow = editor
    .getBindingsToShape(id, 'arrow')
    .flatMap(({ fromId }) => editor.getBindingsFromShape(fromId, 'arrow').map(({ toId }) => toId))
  return [...belonging, ...byArrow.filter((other) => other !== id)]
}
