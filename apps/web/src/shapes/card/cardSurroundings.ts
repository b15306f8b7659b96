import type { Editor, TLShape, TLShapeId } from 'tldraw'
import type { CardSurroundings } from './cardLabels.ts'

const NONE: Omit<CardSurroundings, 'spokenAs'> = { actor: '', personas: '' }

/**
 * The names around a card, followed when read inside a reactive computation. Only cards that show them look: the others
 * follow nothing but themselves.
 */
export function cardSurroundings(editor: Editor, card: TLShape<'card'>): CardSurroundings {
  const { spokenAs } = card.props
  return { ...ofKind(editor, card), spokenAs: spokenAs === null ? '' : nameOf(editor, spokenAs, 'persona') }
}

function ofKind(editor: Editor, { id, props }: TLShape<'card'>): Omit<CardSurroundings, 'spokenAs'> {
  switch (props.kind) {
    case 'good_practice':
      return props.actorId === null ? NONE : { actor: nameOf(editor, props.actorId, 'actor'), personas: '' }
    case 'policy_rule':
      return { actor: '', personas: personasOf(editor, id) }
    case 'quote':
    case 'need':
    case 'consequence':
    case 'question':
      return NONE
  }
}

function personasOf(editor: Editor, id: TLShapeId): string {
  return editor
    .getBindingsFromShape(id, 'belongs_to')
    .map(({ toId }) => nameOf(editor, toId, 'persona'))
    .filter((name) => name !== '')
    .join(', ')
}

/** '' when it is gone, without a name, or of another kind. */
function nameOf(editor: Editor, id: string, type: 'actor' | 'persona'): string {
  const shape = editor.getShape(id as TLShapeId)
  return shape?.type === type ? shape.props.name.trim() : ''
}
