import { Smile } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { curveSummary } from '@samenreis/model/journey/views/curveSummary'
import { gapView, type Gap } from '@samenreis/model/journey/views/gapView'
import { useWord } from '../../panel/useWord.ts'
import { meanText, nearestFeeling, numberText } from '../numbers.ts'
import { CardList } from '../parts/CardList.tsx'
import { CardRow } from '../parts/CardRow.tsx'
import { EmptyView } from '../parts/EmptyView.tsx'
import { GapScale } from '../parts/GapScale.tsx'
import { Mean } from '../parts/Mean.tsx'
import { Part } from '../parts/Part.tsx'
import { useView } from '../ReadingContext.ts'
import { CurvesPart } from './CurvesPart.tsx'
import { FaceSummaryPart } from './FaceSummaryPart.tsx'

/** Where did we think that it went well? And how did it feel at all. */
export function FeelingView({ journeyId }: { readonly journeyId: ShapeId }) {
  const { t } = useTranslation('insight')
  const { gaps, named, judgedLower } = useView(gapView, journeyId)
  const { client, staff, curves } = useView(curveSummary, journeyId)
  if (curves.length === 0)
    return <EmptyView icon={Smile} title={t('feeling.empty.title')} text={t('feeling.empty.text')} />
  const lacks = client.mean === null ? 'noClient' : staff.mean === null ? 'noStaff' : 'noBoth'
  return (
    <>
      <Part title={t('feeling.gaps.title')} lead={gaps.length === 0 ? t(`feeling.${lacks}`) : t('feeling.gaps.lead')}>
        {gaps.length > 0 && named.length === 0 ? <p className="insight-note">{t('feeling.gaps.none')}</p> : null}
        <ol className="gap-list">
          {named.map((gap) => (
            <NamedGap key={gap.stepId} gap={gap} />
          ))}
        </ol>
      </Part>
      {judgedLower.length === 0 ? null : (
        <Part title={t('feeling.lower.title')} lead={t('feeling.lower.lead')}>
          <CardList ids={judgedLower} />
        </Part>
      )}
      <FaceSummaryPart summary={client} />
      {curves.length < 2 ? null : <CurvesPart curves={curves} />}
      {gaps.length === 0 ? null : (
        <Part title={t('feeling.all.title')}>
          <GapTable gaps={gaps} />
        </Part>
      )}
    </>
  )
}

/** One of the largest gaps: in words, and drawn. */
function NamedGap({ gap: { stepId, client, staff, gap } }: { readonly gap: Gap }) {
  const { t, i18n } = useTranslation('insight')
  const word = useWord()
  const said = (mean: number) => ({
    feeling: word('sentiment', nearestFeeling(mean)),
    number: meanText(mean, i18n.language),
  })
  return (
    <li className="gap">
      <CardRow
        id={stepId}
        end={
          <span className="gap__size">
            <b>{numberText(Math.abs(gap), i18n.language)}</b>
            {t('feeling.gap')}
          </span>
        }
      >
        <span className="gap__words">
          <span className="gap__side gap__side--client">{t('feeling.client', said(client))}</span>
          <span className="gap__side gap__side--staff">{t('feeling.staff', said(staff))}</span>
        </span>
        <GapScale client={client} staff={staff} />
      </CardRow>
    </li>
  )
}

function GapTable({ gaps }: { readonly gaps: readonly Gap[] }) {
  const { t, i18n } = useTranslation('insight')
  return (
    <table className="insight-table">
      <caption className="visually-hidden">{t('feeling.all.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.step')}</th>
          <th scope="col">{t('column.client')}</th>
          <th scope="col">{t('column.staff')}</th>
          <th scope="col" className="insight-table__number">
            {t('column.gap')}
          </th>
        </tr>
      </thead>
      <tbody>
        {gaps.map(({ stepId, client, staff, gap }) => (
          <tr key={stepId}>
            <th scope="row">
              <CardRow id={stepId} look="plain" />
            </th>
            <td>
              <Mean mean={client} size={20} />
            </td>
            <td>
              <Mean mean={staff} size={20} />
            </td>
            <td className="insight-table__number">{numberText(Math.abs(gap), i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
