import { memo, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { curve } from '@samenreis/model/records/curve'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { CardText } from '../cardFrame/CardText.tsx'
import { FaceDrawing } from '../look/Face.tsx'
import { voiceLines } from '../look/voiceLines.ts'
import { curveDrawing } from './curveDrawing.ts'
import { FACE_SIZE, LEGEND_HEIGHT, legendTop } from './curveMeasures.ts'
import { smoothPath } from './curvePath.ts'
import './curve.css'

interface CurveLineProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'curve'>
}

/** How one voice felt at each step: a smooth line over the lane, a face or a dot at each step, its name at the start. */
export const CurveLine = memo(function CurveLine({ id, props }: CurveLineProps) {
  const { t } = useTranslation('kinds')
  const editor = useEditor()
  const drawing = useValue('drawing of the curve', () => curveDrawing(editor, id), [editor, id])
  const { voice, label } = props
  const line = voiceLines[voice]
  const points = drawing.stretches.flat()
  const free = points.filter(({ isUnderFace }) => isUnderFace)
  const mask = useId()
  const hint = drawing.journeyId === null ? t('onBoard.curveWithoutJourney') : t('onBoard.curveWithoutPoints')
  return (
    <div className="curve" data-draft={props.status === 'draft' || undefined}>
      <svg className="curve__drawing" aria-hidden>
        {free.length > 0 && (
          <mask id={mask} maskUnits="userSpaceOnUse" x={0} y={0} width={props.w} height={props.h}>
            <rect width={props.w} height={props.h} fill="white" />
            {free.map(({ stepId, x, y }) => (
              <circle key={stepId} cx={x} cy={y} r={FACE_SIZE / 2 + 2} fill="black" />
            ))}
          </mask>
        )}
        {drawing.stretches.map((stretch) => (
          <path
            key={stretch[0]?.stepId}
            className="curve__line"
            d={smoothPath(stretch)}
            stroke={line.colour}
            strokeDasharray={line.dashes}
            mask={free.length > 0 ? `url(#${mask})` : undefined}
          />
        ))}
        {points.map(({ stepId, x, y, feeling, isUnderFace }) =>
          line.faces ? (
            <g key={stepId} transform={`translate(${x} ${y})`}>
              <g className="curve__face" transform={`scale(${FACE_SIZE / 24}) translate(-12 -12)`}>
                <FaceDrawing feeling={feeling} />
              </g>
            </g>
          ) : isUnderFace ? null : (
            <circle key={stepId} className="curve__dot" cx={x} cy={y} r={5} stroke={line.colour} />
          ),
        )}
      </svg>
      <div className="curve__legend" style={{ top: legendTop(drawing.row), height: LEGEND_HEIGHT }}>
        <svg className="curve__sample" viewBox="0 0 34 6" aria-hidden>
          <path className="curve__line" d="M3,3 H31" stroke={line.colour} strokeDasharray={line.dashes} />
        </svg>
        <span className="curve__voice" style={{ color: line.colour }}>
          {t(`voice.${voice}`)}
        </span>
        <CardText
          shapeId={id}
          type="curve"
          field="label"
          value={label}
          hint={points.length === 0 ? hint : ''}
          maxLength={curve.texts.label}
          singleLine
        />
        {props.status === 'draft' && <span className="curve__status">{t('curveStatus.draft')}</span>}
      </div>
    </div>
  )
})
