import { useTranslation } from 'react-i18next'
import { burdenChange } from '@samenreis/model/journey/views/burden'
import { compareJourneys } from '@samenreis/model/journey/views/compareJourneys'
import type { JourneyChoice } from '../JourneyChoices.ts'
import { changeText, numberText } from '../numbers.ts'
import { useJourneyName } from '../parts/JourneyPicker.tsx'
import { Label } from '../parts/Label.tsx'
import { Mean } from '../parts/Mean.tsx'
import { Part } from '../parts/Part.tsx'
import { useView } from '../ReadingContext.ts'
import { amountOf, burdenMeasures } from './burdenMeasures.ts'

interface Props {
  readonly journey: JourneyChoice
  readonly other: JourneyChoice
}

/** Two journeys beside each other: measure by measure, and phase by phase. */
export function BesideEachOther({ journey, other }: Props) {
  const { t, i18n } = useTranslation('insight')
  const name = useJourneyName()
  const { before, after, change } = useView(burdenChange, other.id, journey.id)
  return (
    <>
      <Part title={t('burden.beside.title')} lead={t('burden.beside.lead', { other: name(other) })}>
        <table className="insight-table">
          <caption className="visually-hidden">
            {t('burden.beside.caption', { other: name(other), journey: name(journey) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('column.what')}</th>
              <th scope="col" className="insight-table__number">
                {name(other)}
              </th>
              <th scope="col" className="insight-table__number">
                {name(journey)}
              </th>
              <th scope="col" className="insight-table__number">
                {t('column.difference')}
              </th>
            </tr>
          </thead>
          <tbody>
            {burdenMeasures.map(({ measure }) => (
              <tr key={measure}>
                <th scope="row">{t(`burden.short.${measure}`)}</th>
                <td className="insight-table__number">{numberText(amountOf(before, measure), i18n.language)}</td>
                <td className="insight-table__number">{numberText(amountOf(after, measure), i18n.language)}</td>
                <td className="insight-table__number insight-table__strong">
                  {changeText(change[measure], i18n.language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
      <Phases journey={journey} other={other} />
    </>
  )
}

/** Days and feeling, phase by phase. */
function Phases({ journey, other }: Props) {
  const { t, i18n } = useTranslation('insight')
  const name = useJourneyName()
  const { phases } = useView(compareJourneys, other.id, journey.id)
  if (phases.length === 0) return null
  return (
    <Part title={t('burden.phases.title')} lead={t('burden.phases.lead')}>
      <table className="insight-table insight-table--phases">
        <caption className="visually-hidden">{t('burden.phases.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.journey')}</th>
            <th scope="col" className="insight-table__number">
              {t('column.steps')}
            </th>
            <th scope="col" className="insight-table__number">
              {t('column.days')}
            </th>
            <th scope="col">{t('column.mean')}</th>
          </tr>
        </thead>
        {phases.map(({ first, second }) => {
          const phaseId = first.phaseIds[0] ?? second.phaseIds[0]
          return (
            <tbody key={phaseId}>
              <tr>
                <th scope="rowgroup" colSpan={4} className="insight-table__name">
                  {phaseId === undefined ? null : <Label id={phaseId} />}
                </th>
              </tr>
              {[
                { of: other, figures: first },
                { of: journey, figures: second },
              ].map(({ of, figures }) => (
                <tr key={of.id}>
                  <th scope="row">{name(of)}</th>
                  <td className="insight-table__number">{numberText(figures.stepIds.length, i18n.language)}</td>
                  <td className="insight-table__number">{numberText(figures.waitDays, i18n.language)}</td>
                  <td>
                    <Mean mean={figures.meanFace} size={20} />
                  </td>
                </tr>
              ))}
            </tbody>
          )
        })}
      </table>
    </Part>
  )
}
