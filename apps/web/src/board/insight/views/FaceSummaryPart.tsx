import { useTranslation } from 'react-i18next'
import type { FaceSummary } from '@samenreis/model/journey/views/curveSummary'
import { Face } from '../../../shapes/look/Face.tsx'
import { CardList } from '../parts/CardList.tsx'
import { Label } from '../parts/Label.tsx'
import { Mean } from '../parts/Mean.tsx'
import { Part } from '../parts/Part.tsx'

/** How the journey felt to whose journey it is: over all, per phase, and where it was at its lowest and highest. */
export function FaceSummaryPart({ summary }: { readonly summary: FaceSummary }) {
  const { t } = useTranslation('insight')
  const { mean, negative, neutral, positive, lowest, highest, phases } = summary
  if (mean === null) return null
  const counts = [
    [-1, negative, 'negative'],
    [0, neutral, 'neutral'],
    [1, positive, 'positive'],
  ] as const
  return (
    <Part title={t('feeling.summary.title')}>
      <p className="summary">
        <Mean mean={mean} size={36} withWord />
        <span className="summary__of">{t('feeling.summary.mean')}</span>
      </p>
      <ul className="counts">
        {counts.map(([feeling, count, key]) => (
          <li key={key}>
            <Face feeling={feeling} size={20} />
            {t(`feeling.summary.${key}`, { count })}
          </li>
        ))}
      </ul>
      <table className="insight-table">
        <caption className="insight-table__caption">{t('feeling.summary.phases')}</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('column.phase')}</th>
            <th scope="col">{t('column.mean')}</th>
          </tr>
        </thead>
        <tbody>
          {phases.map((phase) => (
            <tr key={phase.phaseId}>
              <th scope="row">
                <Label id={phase.phaseId} />
              </th>
              <td className="insight-table__end">
                <Mean mean={phase.mean} size={20} withWord />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {lowest === null ? null : (
        <>
          <h4 className="insight-part__small">{t('feeling.summary.lowest')}</h4>
          <CardList ids={lowest.stepIds} />
        </>
      )}
      {highest === null ? null : (
        <>
          <h4 className="insight-part__small">{t('feeling.summary.highest')}</h4>
          <CardList ids={highest.stepIds} />
        </>
      )}
    </Part>
  )
}
