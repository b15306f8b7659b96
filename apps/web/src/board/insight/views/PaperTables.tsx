import { useTranslation } from 'react-i18next'
import type { Waiting } from '@samenreis/model/journey/views/Counted'
import type { OtherChannel, OtherWaiting } from '@samenreis/model/journey/views/paperAgainstPractice'
import { changeText, numberText } from '../numbers.ts'
import { CardRow } from '../parts/CardRow.tsx'
import { ChannelWord } from '../parts/ChannelWord.tsx'

/** Steps at which people wait longer or shorter than on paper. */
export function OtherWaitings({ rows }: { readonly rows: readonly OtherWaiting[] }) {
  const { t, i18n } = useTranslation('insight')
  const days = (waiting: Waiting | null): string => (waiting === null ? '–' : numberText(waiting.days, i18n.language))
  return (
    <table className="insight-table">
      <caption className="visually-hidden">{t('paper.waiting.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.step')}</th>
          <th scope="col" className="insight-table__number">
            {t('column.paper')}
          </th>
          <th scope="col" className="insight-table__number">
            {t('column.lived')}
          </th>
          <th scope="col" className="insight-table__number">
            {t('column.difference')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ paperStepId, livedStepIds, paper, lived, difference }) => (
          <tr key={paperStepId}>
            <th scope="row">
              <CardRow id={livedStepIds[0] ?? paperStepId} look="plain" />
            </th>
            <td className="insight-table__number">{days(paper)}</td>
            <td className="insight-table__number">{days(lived)}</td>
            <td className="insight-table__number insight-table__strong">{changeText(difference, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Steps that go by another way than on paper. */
export function OtherChannels({ rows }: { readonly rows: readonly OtherChannel[] }) {
  const { t } = useTranslation('insight')
  return (
    <table className="insight-table">
      <caption className="visually-hidden">{t('paper.channel.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.step')}</th>
          <th scope="col">{t('column.paper')}</th>
          <th scope="col">{t('column.lived')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ paperStepId, livedStepId, paper, lived }) => (
          <tr key={`${paperStepId} ${livedStepId}`}>
            <th scope="row">
              <CardRow id={livedStepId} look="plain" />
            </th>
            <td>
              <ChannelWord channel={paper} />
            </td>
            <td>
              <ChannelWord channel={lived} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
