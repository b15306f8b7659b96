import { MoveVertical } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { FACE_SIZE, LEGEND_HEIGHT, LEGEND_LEFT, LEGEND_WIDTH, legendPlan, legendTop } from './curveMeasures.ts'
import { FaceDrawing } from '../look/Face.tsx'
import { heightOf } from './curvePath.ts'
import { gapsShown } from './gapsShown.ts'
import { laneDrawing } from './laneDrawing.ts'
import './curve.css'

/** Faces of the empty lane, best first. */
const LEVELS = [2, 1, 0, -1, -2] as const
/** Lowest lane in which the five faces stand below each other without touching, in board pixels. */
const LEAST_FOR_SCALE = 150

interface ExperienceGroundProps {
  readonly journeyId: TLShapeId
}

/** Behind the curves of a journey: the mean of all of them, the gap between client and staff, and the names of the largest gaps. */
export const ExperienceGround = memo(function ExperienceGround({ journeyId }: ExperienceGroundProps) {
  const { t, i18n } = useTranslation(['curve', 'kinds'])
  const editor = useEditor()
  const drawing = useValue('ground of the curves', () => laneDrawing(editor, journeyId), [editor, journeyId])
  const isShown = useValue('gaps shown', () => gapsShown.get(editor), [editor])
  if (drawing === null || drawing.band.isHidden) return null
  const { band, means, gaps, labels, lines, points, steps } = drawing
  const { named, others } = legendPlan(lines, band.h)
  const asWritten = (size: number): string => size.toLocaleString(i18n.language, { maximumFractionDigits: 1 })
  return (
    <div className="experience" style={{ top: band.y }}>
      <svg className="curve__drawing" aria-hidden>
        {isShown && gaps.map((path) => <path key={path} className="experience__gap" d={path} />)}
        {means.map((path) => (
          <path key={path} className="experience__mean" d={path} />
        ))}
      </svg>
      {means.length > 0 && (
        <div
          className="curve__legend experience__legend"
          style={{ left: LEGEND_LEFT, top: legendTop(named), width: LEGEND_WIDTH, height: LEGEND_HEIGHT }}
        >
          <span className="curve__voice">{t('mean')}</span>
          <svg className="curve__sample" viewBox="0 0 34 6" aria-hidden>
            <path className="experience__mean" d="M1,3 H33" />
          </svg>
        </div>
      )}
      {others > 0 && (
        <div
          className="curve__legend"
          style={{ left: LEGEND_LEFT, top: legendTop(named + 1), width: LEGEND_WIDTH, height: LEGEND_HEIGHT }}
        >
          <span className="curve__voice">{t('otherLines', { count: others })}</span>
        </div>
      )}
      {points === 0 && band.h >= LEAST_FOR_SCALE && (
        <div className="experience__empty" style={{ height: band.h }}>
          <svg className="curve__drawing" aria-hidden>
            {LEVELS.map((level) => (
              <g key={level} transform={`translate(28 ${heightOf(level, band.h)})`}>
                <g transform={`scale(${FACE_SIZE / 30}) translate(-12 -12)`}>
                  <FaceDrawing feeling={level} />
                </g>
              </g>
            ))}
          </svg>
          {LEVELS.map((level) => (
            <span key={level} className="experience__level" style={{ top: heightOf(level, band.h) }}>
              {t(`kinds:sentiment.${level}`)}
            </span>
          ))}
          <p className="experience__hint">{steps === 0 ? t('hintWithoutSteps') : t('hint')}</p>
        </div>
      )}
      {isShown &&
        labels.map(({ stepId, x, y, size, isLargest }) => (
          <span key={stepId} className="experience__label" style={{ left: x, top: y }}>
            <MoveVertical aria-hidden strokeWidth={2.25} />
            <span className="experience__word">
              {isLargest ? t('largestGap', { size: asWritten(size) }) : t('gap', { size: asWritten(size) })}
            </span>
            <span className="experience__size" aria-hidden>
              {asWritten(size)}
            </span>
          </span>
        ))}
    </div>
  )
})
