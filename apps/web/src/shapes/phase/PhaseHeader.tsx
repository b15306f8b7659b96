import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { phase } from '@samenreis/model/records/phase'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardText } from '../cardFrame/CardText.tsx'
import './phase.css'

interface PhaseHeaderProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'phase'>
}

/** Head of a column. Its line down the map is drawn by the journey, beneath the cards. */
export const PhaseHeader = memo(function PhaseHeader({ id, props }: PhaseHeaderProps) {
  const { t } = useTranslation('kinds')
  return (
    <div className="phase-header">
      <CardText
        shapeId={id}
        type="phase"
        field="title"
        value={props.title}
        hint={t('hint.phase')}
        maxLength={phase.texts.title}
        singleLine
      />
    </div>
  )
})
