import { FileStack } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { paperAgainstPractice } from '@samenreis/model/journey/views/paperAgainstPractice'
import type { JourneyChoice } from '../JourneyChoices.ts'
import { changeText } from '../numbers.ts'
import { CardList } from '../parts/CardList.tsx'
import { CardRow } from '../parts/CardRow.tsx'
import { EmptyView } from '../parts/EmptyView.tsx'
import { Part } from '../parts/Part.tsx'
import { useView } from '../ReadingContext.ts'
import { paperOf } from './paperOf.ts'
import { OtherChannels, OtherWaitings } from './PaperTables.tsx'

interface Props {
  readonly journey: JourneyChoice
  /** null = there is no other journey to hold it against. */
  readonly other: JourneyChoice | null
}

/** The journey on paper against the lived one. Whichever of the two is on paper counts as paper; else the other one does. */
export function PaperView({ journey, other }: Props) {
  const { t } = useTranslation('insight')
  if (other === null)
    return <EmptyView icon={FileStack} title={t('paper.noOther.title')} text={t('paper.noOther.text')} />
  if (journey.steps === 0 || other.steps === 0)
    return <EmptyView icon={FileStack} title={t('paper.noSteps.title')} text={t('paper.noSteps.text')} />
  return <Held {...paperOf(journey, other)} />
}

function Held({ paper, lived }: { readonly paper: JourneyChoice; readonly lived: JourneyChoice }) {
  const { t, i18n } = useTranslation('insight')
  const { matches, missing, added, otherOrder, otherWaiting, otherChannel, paperDays, livedDays } = useView(
    paperAgainstPractice,
    paper.id,
    lived.id,
  )
  const alike = matches.filter(({ by }) => by === 'alike').length
  return (
    <>
      <Part title={t('paper.days.title')}>
        <dl className="versus">
          <div>
            <dt>{t('paper.days.paper')}</dt>
            <dd>{t('days', { count: paperDays })}</dd>
          </div>
          <div>
            <dt>{t('paper.days.lived')}</dt>
            <dd>{t('days', { count: livedDays })}</dd>
          </div>
          <div>
            <dt>{t('column.difference')}</dt>
            <dd>{changeText(livedDays - paperDays, i18n.language)}</dd>
          </div>
        </dl>
      </Part>
      <Part title={t('paper.added.title')} lead={t(added.length === 0 ? 'paper.added.none' : 'paper.added.lead')}>
        <CardList ids={added} />
      </Part>
      <Part
        title={t('paper.missing.title')}
        lead={t(missing.length === 0 ? 'paper.missing.none' : 'paper.missing.lead')}
      >
        <CardList ids={missing} />
      </Part>
      <Part
        title={t('paper.waiting.title')}
        lead={t(otherWaiting.length === 0 ? 'paper.waiting.none' : 'paper.waiting.lead')}
      >
        {otherWaiting.length === 0 ? null : <OtherWaitings rows={otherWaiting} />}
      </Part>
      <Part title={t('paper.order.title')} lead={t(otherOrder.length === 0 ? 'paper.order.none' : 'paper.order.lead')}>
        <ul className="row-list">
          {otherOrder.map(({ paperStepId, livedStepIds, moved }) => (
            <li key={paperStepId}>
              <CardRow id={livedStepIds[0] ?? paperStepId}>
                <span className="card-row__more">{t(`paper.order.${moved}`)}</span>
              </CardRow>
            </li>
          ))}
        </ul>
      </Part>
      {otherChannel.length === 0 ? null : (
        <Part title={t('paper.channel.title')} lead={t('paper.channel.lead')}>
          <OtherChannels rows={otherChannel} />
        </Part>
      )}
      <p className="insight-note">
        {t('paper.matches', { count: matches.length })} {alike === 0 ? null : t('paper.alike', { count: alike })}
      </p>
    </>
  )
}
