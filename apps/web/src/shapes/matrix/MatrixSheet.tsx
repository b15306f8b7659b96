import { ArrowRight, Grid2x2 } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { Quadrant } from '@samenreis/model/records/enumerations'
import { matrix } from '@samenreis/model/records/matrix'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardText } from '../cardFrame/CardText.tsx'
import { familyStyle } from '../look/ColourFamily.ts'
import '../container/container.css'
import './matrix.css'

const SCORES = [1, 2, 3, 4, 5] as const

interface MatrixSheetProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'matrix'>
}

/**
 * Effort from left to right, impact from bottom to top, each from 1 to 5. The four fields part where the list of actions parts
 * them: a quick win is an effort of 1 or 2 with an impact of 4 or 5 (actions.md D2, quadrant).
 */
export const MatrixSheet = memo(function MatrixSheet({ id, props }: MatrixSheetProps) {
  const { t } = useTranslation('kinds')
  return (
    <div className="matrix" style={{ ...familyStyle('matrix'), ['--side' as string]: `${props.h}px` }}>
      <div className="container-title">
        <Grid2x2 className="container-title__icon" aria-hidden strokeWidth={2} />
        <CardText
          shapeId={id}
          type="matrix"
          field="title"
          value={props.title}
          hint={t('shape.matrix')}
          maxLength={matrix.texts.title}
          singleLine
        />
      </div>
      <div className="container-sheet matrix-sheet">
        <svg className="matrix-grid" viewBox="0 0 10 10" preserveAspectRatio="none" aria-hidden>
          <path d="M2,0 V10 M4,0 V10 M6,0 V10 M8,0 V10 M0,2 H10 M0,4 H10 M0,6 H10 M0,8 H10" />
          <path className="matrix-grid__middle" d="M4,0 V10 M0,4 H10" />
        </svg>
        {Quadrant.options.map((quadrant) => (
          <div key={quadrant} className="matrix-quadrant" data-quadrant={quadrant}>
            {t(`quadrant.${quadrant}`)}
          </div>
        ))}
      </div>
      <Axis name="effort" word={t('onBoard.effort')} little={t('onBoard.little')} much={t('onBoard.much')} />
      <Axis name="impact" word={t('onBoard.impact')} little={t('onBoard.little')} much={t('onBoard.much')} />
    </div>
  )
})

interface AxisProps {
  readonly name: 'effort' | 'impact'
  readonly word: string
  readonly little: string
  readonly much: string
}

function Axis({ name, word, little, much }: AxisProps) {
  return (
    <div className="matrix-axis" data-axis={name}>
      <div className="matrix-axis__scores" aria-hidden>
        {SCORES.map((score) => (
          <span key={score}>{score}</span>
        ))}
      </div>
      <span>{little}</span>
      <strong>
        {word} <ArrowRight aria-hidden strokeWidth={2} />
      </strong>
      <span>{much}</span>
    </div>
  )
}
