import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { voteGroupOfRole, type Basis, type Role } from '@samenreis/model/records/enumerations'
import type { Editor, TLShape } from 'tldraw'
import { nameOf } from '../panel/nameOf.ts'
import { voiceOfRole } from '../panel/feeling.ts'

interface Maker {
  readonly id: ParticipantId
  readonly name: string
  readonly role: Role
}

/** Where a statement of a person in this role comes from, unless she says otherwise (model.md B2, `basis`). */
export function basisOfRole(role: Role): Basis {
  const group = voteGroupOfRole[role]
  if (group === 'client') return 'lived'
  return group === 'professional' ? 'observed' : 'assumption'
}

/** Gives what this person newly makes what her role says of it. Only for empty cards: copies keep what they say. */
export function registerMakerDefaults(editor: Editor, maker: Maker): () => void {
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
    source === 'user' ? withMaker(shape, maker) : shape,
  )
}

/** The new shape with its maker's voice and basis. */
export function withMaker(shape: TLShape, maker: Maker): TLShape {
  if (shape.type === 'curve') {
    if (shape.props.authorId !== null || Object.keys(shape.props.points).length > 0) return shape
    const label = shape.props.label === '' ? maker.name : shape.props.label
    return { ...shape, props: { ...shape.props, authorId: maker.id, voice: voiceOfRole[maker.role], label } }
  }
  if (nameOf(shape) !== '') return shape
  const basis = basisOfRole(maker.role)
  if (shape.type === 'touchpoint') return { ...shape, props: { ...shape.props, basis } }
  if (shape.type === 'pain-point') return { ...shape, props: { ...shape.props, basis } }
  if (shape.type === 'persona') return { ...shape, props: { ...shape.props, basis } }
  if (shape.type !== 'card') return shape
  // A facilitator writes down what somebody else says; whose words they are is said in the panel.
  if (shape.props.kind !== 'quote' || voteGroupOfRole[maker.role] === 'other') {
    return { ...shape, props: { ...shape.props, basis } }
  }
  return { ...shape, props: { ...shape.props, basis, voice: voiceOfRole[maker.role], authorId: maker.id } }
}
