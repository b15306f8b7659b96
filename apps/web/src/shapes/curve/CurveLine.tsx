import { memo } from 'react'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import { FaceDrawing } from '../look/Face.tsx'
import { voiceLines } from '../look/voiceLines.ts'
import { curveDrawing } from './curveDrawing.ts'
import { CurveLegend } from './CurveLegend.tsx'
import { FACE_SIZE } from './curveMeasures.ts'
import { smoothPath } from './curvePath.ts'
import './curve.css'

interface CurveLineProps {
  readonly id: TLShapeId
  readonly props: DomainProps<'curve'>
}

/** How one voice felt at each step: a smooth line over the lane, a face or a dot at each step, its name beside the lane. */
export const CurveLine = memo(function CurveLine({ id, props }: CurveLineProps) {
  const editor = useEditor()
  const drawing = useValue('drawing of the curve', () => curveDrawing(editor, id), [editor, id])
  if (drawing.isHidden) return null
  const line = voiceLines[props.voice]
  const points = drawing.stretches.flat()
  const mask = `free-${id.replaceAll(/[^\w-]/g, '_')}`
  const first = points[0]
  const last = points.at(-1)
  return (
    <div className="curve" data-draft={props.status === 'draft' || undefined}>
      <svg className="curve__drawing" aria-hidden>
        {drawing.holes.length > 0 && first !== undefined && last !== undefined && (
          <mask
            id={mask}
            maskUnits="userSpaceOnUse"
            x={first.x - FACE_SIZE}
            y={drawing.top}
            width={last.x - first.x + 2 * FACE_SIZE}
            height={drawing.height}
          >
            <rect
              x={first.x - FACE_SIZE}
              y={drawing.top}
              width={last.x - first.x + 2 * FACE_SIZE}
              height={drawing.height}
              fill="white"
            />
            {drawing.holes.map(({ x, y, r }) => (
              <circle key={`${x} ${y}`} cx={x} cy={y} r={r} fill="black" />
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
            mask={drawing.holes.length > 0 ? `url(#${mask})` : undefined}
          />
        ))}
        {points.map(({ stepId, x, y, feeling }) =>
          line.faces ? (
            <g key={stepId} transform={`translate(${x} ${y})`}>
              <g className="curve__face" transform={`scale(${FACE_SIZE / 24}) translate(-12 -12)`}>
                <FaceDrawing feeling={feeling} />
              </g>
            </g>
          ) : (
            <circle key={stepId} className="curve__dot" cx={x} cy={y} r={5} stroke={line.colour} />
          ),
        )}
      </svg>
      {drawing.row === null ? null : (
        <CurveLegend id={id} props={props} drawing={drawing} row={drawing.row} isEmpty={points.length === 0} />
      )}
    </div>
  )
})
