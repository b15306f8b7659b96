import { memo } from 'react'
import { useEditor, useValue } from 'tldraw'
import { useTranslation } from 'react-i18next'
import { FaceDrawing, faceColour } from '../look/Face.tsx'
import { voiceLines } from '../look/voiceLines.ts'
import { FACE_SIZE } from './curveMeasures.ts'
import { heightOf } from './curvePath.ts'
import { experienceBand } from './experienceBand.ts'
import { isJourney } from './ownCurve.ts'
import { strokeInHand } from './strokeInHand.ts'

const LEVELS = [2, 1, 0, -1, -2]

/** The stroke in the hand, with the faces that it will give. One layer on the canvas, in page space. */
export const CurveStroke = memo(function CurveStroke() {
  const { t } = useTranslation('kinds')
  const editor = useEditor()
  const stroke = useValue('stroke in hand', () => strokeInHand.get(editor), [editor])
  if (stroke === null) return null
  const journey = editor.getShape(stroke.journeyId)
  if (!isJourney(journey)) return null
  const band = experienceBand(journey)
  const origin = editor.getShapePageTransform(journey.id).applyToPoint({ x: 0, y: band.y })
  const { colour } = voiceLines[stroke.voice]
  const last = stroke.line.at(-1)
  const newest = last && stroke.faces.toSorted((a, b) => Math.abs(a.x - last.x) - Math.abs(b.x - last.x))[0]
  return (
    <div className="curve-stroke" style={{ transform: `translate(${origin.x}px, ${origin.y}px)` }}>
      <svg className="curve__drawing" aria-hidden>
        {LEVELS.map((level) => (
          <line
            key={level}
            className="curve-stroke__level"
            x1={0}
            x2={journey.props.w}
            y1={heightOf(level, band.h)}
            y2={heightOf(level, band.h)}
          />
        ))}
        <polyline
          className="curve-stroke__line"
          points={stroke.line.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
          stroke={colour}
        />
        {stroke.faces.map(({ stepId, feeling, x, y }) => (
          <g key={stepId} transform={`translate(${x} ${y})`}>
            <circle className="curve-stroke__glow" r={FACE_SIZE / 2 + 6} fill={faceColour(feeling)} />
            <g transform={`scale(${FACE_SIZE / 24}) translate(-12 -12)`}>
              <FaceDrawing feeling={feeling} />
            </g>
          </g>
        ))}
      </svg>
      {newest && (
        <span
          className="curve-stroke__word"
          style={{ left: newest.x, top: newest.y, color: faceColour(newest.feeling) }}
        >
          {t(`sentiment.${newest.feeling as 2}`)}
        </span>
      )}
    </div>
  )
})
