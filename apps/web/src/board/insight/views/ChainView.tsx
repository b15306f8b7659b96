import { Link2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { blindSpots } from '@samenreis/model/journey/views/blindSpots'
import { chainTable } from '@samenreis/model/journey/views/chainTable'
import { handovers } from '@samenreis/model/journey/views/handovers'
import { CardList } from '../parts/CardList.tsx'
import { EmptyView } from '../parts/EmptyView.tsx'
import { Part } from '../parts/Part.tsx'
import { useView } from '../ReadingContext.ts'
import { ChainRows } from './ChainRows.tsx'
import { HandoverList } from './HandoverList.tsx'

/** The chain behind a journey: who does what, where the story can get lost, and what the organisation does not see. */
export function ChainView({ journeyId }: { readonly journeyId: ShapeId }) {
  const { t } = useTranslation('insight')
  const { rows, withoutActor } = useView(chainTable, journeyId)
  const passing = useView(handovers, journeyId)
  const { stepIds: unseen, steps, waiting } = useView(blindSpots, journeyId)
  if (steps === 0) return <EmptyView icon={Link2} title={t('noSteps.title')} text={t('noSteps.text')} />
  return (
    <>
      <Part title={t('chain.table.title')} lead={t(rows.length === 0 ? 'chain.table.empty' : 'chain.table.lead')}>
        {rows.length === 0 ? null : <ChainRows rows={rows} />}
      </Part>
      <Part title={t('chain.handovers.title')} lead={handoverLead()}>
        {passing.length === 0 ? null : <HandoverList handovers={passing} />}
      </Part>
      <Part title={t('chain.blind.title')} lead={blindLead()}>
        {unseen.length === 0 ? null : <CardList ids={unseen} />}
      </Part>
      {rows.length === 0 || withoutActor.length === 0 ? null : (
        <Part title={t('chain.without.title')} lead={t('chain.without.lead')}>
          <CardList ids={withoutActor} />
        </Part>
      )}
    </>
  )

  function handoverLead(): string {
    if (passing.length > 0) return t('chain.handovers.lead', { count: passing.length })
    return t(rows.length === 0 ? 'chain.handovers.unknown' : 'chain.handovers.none')
  }

  function blindLead(): string {
    if (unseen.length === 0) return t('chain.blind.none')
    const lead = t('chain.blind.lead', { count: unseen.length, steps })
    return waiting.days === 0 ? lead : `${lead} ${t('chain.blind.waiting', { count: waiting.days })}`
  }
}
