import { useTranslation } from 'react-i18next'
import type { TLShapeId } from 'tldraw'
import { curve } from '@samenreis/model/records/curve'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardText } from '../cardFrame/CardText.tsx'
import { voiceLines } from '../look/voiceLines.ts'
import type { CurveDrawing } from './curveDrawing.ts'
import { LEGEND_HEIGHT, LEGEND_LEFT, LEGEND_WIDTH, legendTop } from './curveMeasures.ts'

interface CurveLegendProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'curve'>
  readonly drawing: CurveDrawing
  readonly row: number
  /** Nobody was asked anything yet. */
  readonly isEmpty: boolean
}

/** The name of a line beside its lane: whose it is, in which voice, and how it is drawn. */
export function CurveLegend({ id, props, drawing, row, isEmpty }: CurveLegendProps) {
  const { t } = useTranslation(['kinds', 'curve'])
  const { voice, label, status } = props
  const line = voiceLines[voice]
  const states = [
    ...(drawing.journeyId === null ? [t('onBoard.curveWithoutJourney')] : []),
    ...(isEmpty && drawing.journeyId !== null ? [t('curve:empty')] : []),
    ...(status === 'draft' ? [t('curveStatus.draft')] : []),
  ]
  const words = [t(`voice.${voice}`), ...states].join(', ')
  return (
    <div
      className="curve__legend"
      style={{
        left: drawing.left + LEGEND_LEFT,
        top: drawing.top + legendTop(row),
        width: LEGEND_WIDTH,
        height: LEGEND_HEIGHT,
      }}
    >
      <span className="curve__name">
        <CardText
          shapeId={id}
          type="curve"
          field="label"
          value={label}
          hint=""
          maxLength={curve.texts.label}
          singleLine
        />
        <span className="curve__voice">{label === '' ? words : `(${words})`}</span>
      </span>
      <svg className="curve__sample" viewBox="0 0 34 6" aria-hidden>
        <path className="curve__line" d="M3,3 H31" stroke={line.colour} strokeDasharray={line.dashes} />
      </svg>
    </div>
  )
}
