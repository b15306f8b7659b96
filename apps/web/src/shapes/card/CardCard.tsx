import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { card } from '@samenreis/model/records/card'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardFrame } from '../cardFrame/CardFrame.tsx'
import { CardHead } from '../cardFrame/CardHead.tsx'
import { CardPills } from '../cardFrame/CardPills.tsx'
import { CardText } from '../cardFrame/CardText.tsx'
import { cardKindIcons } from '../look/icons.ts'
import { cardHead, cardPills, cardVerdict } from './cardLabels.ts'

interface CardCardProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'card'>
}

/** A short text: quote, need, good practice, consequence, policy rule or question. */
export const CardCard = memo(function CardCard({ id, props }: CardCardProps) {
  const { t } = useTranslation('kinds')
  const { kind, text, basis } = props
  const hasBasis = kind === 'quote' || kind === 'need'
  return (
    <CardFrame family={kind} w={props.w} h={props.h} words={text} assumption={hasBasis && basis === 'assumption'}>
      <CardHead icon={cardKindIcons[kind]} word={cardHead(props, t)} figure={cardVerdict(props, t)} />
      <CardText
        shapeId={id}
        type="card"
        field="text"
        value={text}
        hint={t(`hint.${kind}`)}
        maxLength={card.texts.text}
        quoted={kind === 'quote'}
      />
      <CardPills pills={cardPills(props, t)} />
    </CardFrame>
  )
})
