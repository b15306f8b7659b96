import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { actor } from '@samenreis/model/records/actor'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardFrame } from '../cardFrame/CardFrame.tsx'
import { CardHead } from '../cardFrame/CardHead.tsx'
import { CardPills } from '../cardFrame/CardPills.tsx'
import { CardText } from '../cardFrame/CardText.tsx'
import { actorKindIcons } from '../look/icons.ts'
import { actorHead, actorPills } from './actorLabels.ts'

interface ActorCardProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'actor'>
}

/** An organisation or a group that takes part in a journey. */
export const ActorCard = memo(function ActorCard({ id, props }: ActorCardProps) {
  const { t } = useTranslation('kinds')
  const { name, kind } = props
  return (
    <CardFrame family="actor" w={props.w} h={props.h} words={name}>
      <CardHead icon={actorKindIcons[kind]} word={actorHead(props, t)} />
      <CardText
        shapeId={id}
        type="actor"
        field="name"
        value={name}
        hint={t('hint.actor')}
        maxLength={actor.texts.name}
        singleLine
      />
      <CardPills pills={actorPills(props, t)} />
    </CardFrame>
  )
})
