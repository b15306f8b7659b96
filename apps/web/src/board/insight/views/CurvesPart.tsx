import { useTranslation } from 'react-i18next'
import type { CurveFaces } from '@samenreis/model/journey/views/curveSummary'
import { voiceLines } from '../../../shapes/look/voiceLines.ts'
import { useWord } from '../../panel/useWord.ts'
import { numberText } from '../numbers.ts'
import { Mean } from '../parts/Mean.tsx'
import { Part } from '../parts/Part.tsx'
import { PressToJump } from '../parts/PressToJump.tsx'
import { useLabel } from '../ReadingContext.ts'

/** Every curve by itself: one voice is never averaged away. */
export function CurvesPart({ curves }: { readonly curves: readonly CurveFaces[] }) {
  const { t } = useTranslation('insight')
  return (
    <Part title={t('feeling.curves.title')} lead={t('feeling.curves.lead')}>
      <table className="insight-table">
        <caption className="visually-hidden">{t('feeling.curves.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.voice')}</th>
            <th scope="col" className="insight-table__number">
              {t('column.steps')}
            </th>
            <th scope="col">{t('column.average')}</th>
          </tr>
        </thead>
        <tbody>
          {curves.map((curve) => (
            <OneCurve key={curve.curveId} curve={curve} />
          ))}
        </tbody>
      </table>
    </Part>
  )
}

function OneCurve({ curve }: { readonly curve: CurveFaces }) {
  const { i18n } = useTranslation('insight')
  return (
    <tr>
      <th scope="row">
        <CurveName curve={curve} />
      </th>
      <td className="insight-table__number">
        {numberText(curve.negative + curve.neutral + curve.positive, i18n.language)}
      </td>
      <td>
        <Mean mean={curve.mean} size={20} />
      </td>
    </tr>
  )
}

/** Whose it is, with a piece of its line; pressing it goes to the curve. */
function CurveName({ curve: { curveId, voice } }: { readonly curve: CurveFaces }) {
  const word = useWord()
  const label = useLabel(curveId) ?? ''
  const { colour, dashes } = voiceLines[voice]
  return (
    <PressToJump id={curveId}>
      <svg className="curve-sample" viewBox="0 0 40 6" aria-hidden>
        <line
          x1={2}
          x2={38}
          y1={3}
          y2={3}
          stroke={colour}
          strokeWidth={4}
          strokeDasharray={dashes}
          strokeLinecap="round"
        />
      </svg>
      <span className="card-row__words">
        {label === '' ? word('voice', voice) : label}
        {label === '' ? null : <span className="card-row__more">{word('voice', voice)}</span>}
      </span>
    </PressToJump>
  )
}
