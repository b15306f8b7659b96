import type { LucideIcon } from 'lucide-react'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { ActorKind, CardKind, Channel } from '@samenreis/model/records/enumerations'
import { isDomainType, type BoardShape } from '@samenreis/model/records/recordKinds'
import { familyStyle, type ColourFamily } from '../../../shapes/look/ColourFamily.ts'
import { actorKindIcons, cardKindIcons, channelIcons } from '../../../shapes/look/icons.ts'
import { shapeDefinitions } from '../../../shapes/shapeDefinitions.ts'
import { useOfShape } from '../ReadingContext.ts'

/** The drawing of a card's kind in its colour; of a step, of the way of contact. Its words stand beside it. */
export function CardIcon({ id, size = 18 }: { readonly id: ShapeId; readonly size?: number }) {
  const drawn = useOfShape(id, drawnAs)
  if (drawn === null) return null
  const [Icon, family] = drawingOf(drawn)
  return (
    <span className="card-icon" style={familyStyle(family)}>
      <Icon size={size} strokeWidth={2} aria-hidden="true" />
    </span>
  )
}

/** `type` or `type:value`: what decides about the drawing, as one word that can be compared. */
function drawnAs(shape: BoardShape): string | null {
  if (shape.type === 'touchpoint') return `touchpoint:${shape.channel ?? ''}`
  if (shape.type === 'card' || shape.type === 'actor') return `${shape.type}:${shape.kind}`
  return isDomainType(shape.type) ? shape.type : null
}

function drawingOf(drawn: string): readonly [LucideIcon, ColourFamily] {
  const [type = '', value = ''] = drawn.split(':')
  const cardKind = CardKind.safeParse(value)
  if (type === 'card' && cardKind.success) return [cardKindIcons[cardKind.data], cardKind.data]
  const channel = Channel.safeParse(value)
  if (type === 'touchpoint' && channel.success) return [channelIcons[channel.data], 'touchpoint']
  const actorKind = ActorKind.safeParse(value)
  if (type === 'actor' && actorKind.success) return [actorKindIcons[actorKind.data], 'actor']
  const known = isDomainType(type) ? shapeDefinitions[type] : shapeDefinitions.touchpoint
  return [known.icon, known.family]
}
