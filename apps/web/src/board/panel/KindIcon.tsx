import { CardKind } from '@samenreis/model/records/enumerations'
import { isDomainType } from '@samenreis/model/records/recordKinds'
import type { TLShape } from 'tldraw'
import { familyStyle, type ColourFamily } from '../../shapes/look/ColourFamily.ts'
import { cardKindIcons } from '../../shapes/look/icons.ts'
import { shapeDefinitions } from '../../shapes/shapeDefinitions.ts'

/** The colour family of a shape: of its kind, and for a card of the card's own kind. */
export function familyOf(shape: TLShape): ColourFamily | null {
  if (!isDomainType(shape.type)) return null
  if (shape.type !== 'card') return shapeDefinitions[shape.type].family
  const kind = CardKind.safeParse((shape.props as unknown as Record<string, unknown>)['kind'])
  return kind.success ? kind.data : shapeDefinitions.card.family
}

interface Props {
  readonly shape: TLShape
  readonly size?: number
}

/** The drawing of a shape's kind, in its colour. The word of the kind goes with it wherever it stands. */
export function KindIcon({ shape, size = 18 }: Props) {
  if (!isDomainType(shape.type)) return null
  const family = familyOf(shape)
  const cardKind = CardKind.safeParse(family)
  const Icon = cardKind.success ? cardKindIcons[cardKind.data] : shapeDefinitions[shape.type].icon
  return (
    <span className="kind-icon" style={family === null ? {} : familyStyle(family)}>
      <Icon size={size} strokeWidth={2} aria-hidden="true" />
    </span>
  )
}
