import { voteGroupOfRole, type Basis, type JourneyKind, type Role } from '@samenreis/model/records/enumerations'
import { isShapeId, type Editor, type TLShape } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { nameOf } from '../panel/nameOf.ts'
import { playedPersona } from '../persona/screenPersonas.ts'
import { boardMaker, type Maker } from '../../canvas/boardMaker.ts'
import { voiceOfRole } from '../../shapes/curve/ownCurve.ts'

/** Where a statement of a person in this role comes from, unless she says otherwise (model.md B2, `basis`). */
function basisOfRole(role: Role): Basis {
  const group = voteGroupOfRole[role]
  if (group === 'client') return 'lived'
  return group === 'professional' ? 'observed' : 'assumption'
}

/** Journeys whose steps come from the drawing table or the mind, whoever writes them down (model.md B3, systems.md 3 and 11). */
const basisOfJourney: Partial<Readonly<Record<JourneyKind, Basis>>> = { shadow: 'designed', ideal: 'assumption' }

/** Gives what this person newly makes what her role says of it. Only for empty cards: copies keep what they say. */
export function registerMakerDefaults(editor: Editor, maker: Maker): () => void {
  boardMaker.set(editor, maker)
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape, source) =>
    source === 'user' ? withPlayed(editor, shape, withMaker(shape, maker, journeyKindAround(editor, shape))) : shape,
  )
}

/** The new shape, told by the persona that its maker plays, if she plays one. */
function withPlayed(editor: Editor, fresh: TLShape, made: TLShape): TLShape {
  const played = playedPersona(editor)
  // A copy, and a card that was brought in, keep what they say.
  return played === null || nameOf(fresh) !== '' ? made : asPlayed(made, ShapeId.parse(played.id))
}

/**
 * The new shape as one who plays a persona makes it: she imagines how it is, and did not live it (model.md, Card.spokenAs). A
 * quote is then in nobody's voice: none of those in the room said it of herself.
 */
function asPlayed(shape: TLShape, personaId: ShapeId): TLShape {
  if (shape.type === 'card')
    return { ...shape, props: { ...shape.props, basis: 'assumption', voice: null, spokenAs: personaId } }
  if (shape.type === 'touchpoint') return { ...shape, props: { ...shape.props, basis: 'assumption' } }
  if (shape.type === 'pain-point') return { ...shape, props: { ...shape.props, basis: 'assumption' } }
  return shape
}

/** The kind of the journey that a shape stands in, itself not in the store yet; null outside any. */
function journeyKindAround(editor: Editor, { parentId }: TLShape): JourneyKind | null {
  if (!isShapeId(parentId)) return null
  const parent = editor.getShape(parentId)
  if (parent === undefined) return null
  return parent.type === 'journey' ? parent.props.kind : journeyKindAround(editor, parent)
}

/**
 * The new shape with its maker's voice and basis.
 *
 * @param journeyKind of the journey that it stands in, null outside any
 */
export function withMaker(shape: TLShape, maker: Maker, journeyKind: JourneyKind | null): TLShape {
  if (shape.type === 'curve') {
    if (shape.props.authorId !== null || Object.keys(shape.props.points).length > 0) return shape
    const label = shape.props.label === '' ? maker.name : shape.props.label
    return { ...shape, props: { ...shape.props, authorId: maker.id, voice: voiceOfRole[maker.role], label } }
  }
  if (nameOf(shape) !== '') return shape
  const basis = basisOfRole(maker.role)
  if (shape.type === 'touchpoint') {
    const ofJourney = journeyKind === null ? undefined : basisOfJourney[journeyKind]
    return { ...shape, props: { ...shape.props, basis: ofJourney ?? basis } }
  }
  if (shape.type === 'pain-point') return { ...shape, props: { ...shape.props, basis } }
  if (shape.type === 'persona') return { ...shape, props: { ...shape.props, basis } }
  if (shape.type !== 'card') return shape
  // A facilitator writes down what somebody else says; whose words they are is said in the panel.
  if (shape.props.kind !== 'quote' || voteGroupOfRole[maker.role] === 'other') {
    return { ...shape, props: { ...shape.props, basis } }
  }
  return { ...shape, props: { ...shape.props, basis, voice: voiceOfRole[maker.role], authorId: maker.id } }
}
