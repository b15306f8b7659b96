import { ArrowRight, MessagesSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { channelView, type UnwantedChannel } from '@samenreis/model/journey/views/channelView'
import { CardRow } from '../parts/CardRow.tsx'
import { ChannelWord } from '../parts/ChannelWord.tsx'
import { EmptyView } from '../parts/EmptyView.tsx'
import { Names } from '../parts/Names.tsx'
import { Part } from '../parts/Part.tsx'
import { useView } from '../ReadingContext.ts'
import { PhaseChannelsList } from './PhaseChannelsList.tsx'

/** Which step goes by a way that people do not want? Used against wanted, phase by phase. */
export function ChannelsView({ journeyId }: { readonly journeyId: ShapeId }) {
  const { t } = useTranslation('insight')
  const { phases, unwanted } = useView(channelView, journeyId)
  const isWanted = phases.some(({ preferred }) => preferred.length > 0)
  const isUsed = phases.some(({ used }) => used.length > 0)
  if (!isUsed && !isWanted)
    return <EmptyView icon={MessagesSquare} title={t('channels.empty.title')} text={t('channels.empty.text')} />
  const lead = unwanted.length > 0 ? 'lead' : isWanted ? 'none' : 'unknown'
  return (
    <>
      <Part title={t('channels.unwanted.title')} lead={t(`channels.unwanted.${lead}`, { count: unwanted.length })}>
        <ul className="row-list">
          {unwanted.map((row) => (
            <li key={row.stepId}>
              <Unwanted row={row} />
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t('channels.phases.title')}>
        <PhaseChannelsList phases={phases} />
      </Part>
    </>
  )
}

function Unwanted({ row: { stepId, channel, wanted, personaIds } }: { readonly row: UnwantedChannel }) {
  const { t } = useTranslation('insight')
  return (
    <CardRow id={stepId}>
      <span className="channel-change">
        <ChannelWord channel={channel} />
        <ArrowRight size={18} aria-hidden="true" />
        <span className="visually-hidden">{t('channels.rather')}</span>
        {wanted.map((each) => (
          <ChannelWord key={each} channel={each} />
        ))}
      </span>
      {personaIds.length === 0 ? null : (
        <span className="card-row__more">
          {t('channels.by')} <Names ids={personaIds} />
        </span>
      )}
    </CardRow>
  )
}
