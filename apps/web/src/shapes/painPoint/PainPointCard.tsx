import { CloudLightning } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { painPoint } from '@samenreis/model/records/painPoint'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardFrame } from '../cardFrame/CardFrame.tsx'
import { CardHead } from '../cardFrame/CardHead.tsx'
import { CardPills } from '../cardFrame/CardPills.tsx'
import { CardText } from '../cardFrame/CardText.tsx'
import { painPointPills } from './painPointLabels.ts'
import { SeverityDots } from './SeverityDots.tsx'
import './painPoint.css'

interface PainPointCardProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'pain-point'>
}

/** Something that goes wrong for the person, in her own words. */
export const PainPointCard = memo(function PainPointCard({ id, props }: PainPointCardProps) {
  const { t } = useTranslation('kinds')
  const { title, severity, basis } = props
  return (
    <CardFrame family="pain-point" w={props.w} h={props.h} words={title} basis={basis}>
      <CardHead
        icon={CloudLightning}
        word={t('shape.pain-point')}
        figure={title !== '' && <SeverityDots severity={severity} word={t(`severity.${severity}`)} />}
      />
      <CardText
        shapeId={id}
        type="pain-point"
        field="title"
        value={title}
        hint={t('hint.pain-point')}
        maxLength={painPoint.texts.title}
      />
      <CardPills pills={painPointPills(props, t)} />
    </CardFrame>
  )
})
