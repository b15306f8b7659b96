import { Clock, Footprints } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { touchpoint } from '@samenreis/model/records/touchpoint'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardFrame } from '../cardFrame/CardFrame.tsx'
import { CardHead } from '../cardFrame/CardHead.tsx'
import { CardPills } from '../cardFrame/CardPills.tsx'
import { CardText } from '../cardFrame/CardText.tsx'
import { channelIcons } from '../look/icons.ts'
import './whyMark.css'
import { touchpointHead, touchpointPills, touchpointWait } from './touchpointLabels.ts'

interface TouchpointCardProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'touchpoint'>
  /** Its journey asks why, and nobody knows yet. */
  readonly whyUnknown: boolean
}

/** One moment in which a person meets an organisation, waits or thinks. */
export const TouchpointCard = memo(function TouchpointCard({ id, props, whyUnknown }: TouchpointCardProps) {
  const { t } = useTranslation('kinds')
  const { channel, title } = props
  const wait = touchpointWait(props, t)
  return (
    <CardFrame family="touchpoint" w={props.w} h={props.h} words={title} unseen={!props.seenByOrg} basis={props.basis}>
      <CardHead
        icon={channel === null ? Footprints : channelIcons[channel]}
        word={touchpointHead(props, t)}
        figure={
          wait !== '' && (
            <>
              <Clock aria-hidden strokeWidth={2} />
              {wait}
            </>
          )
        }
      />
      <CardText
        shapeId={id}
        type="touchpoint"
        field="title"
        value={title}
        hint={t('hint.touchpoint')}
        maxLength={touchpoint.texts.title}
      />
      <CardPills pills={touchpointPills(props, t)} />
      {whyUnknown ? (
        <span className="why-mark">
          <span aria-hidden>?</span>
          <span className="visually-hidden">{t('onBoard.whyUnknown')}</span>
        </span>
      ) : null}
    </CardFrame>
  )
})
