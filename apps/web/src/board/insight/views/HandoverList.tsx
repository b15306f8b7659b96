import { ArrowDown, CircleQuestionMark, CircleSlash, Forward, Handshake, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Handover } from '@samenreis/model/records/enumerations'
import type { HandoverRow, Handovers } from '@samenreis/model/journey/views/handovers'
import { useWord } from '../../panel/useWord.ts'
import { CardRow } from '../parts/CardRow.tsx'
import { Names } from '../parts/Names.tsx'

const icons: Readonly<Record<Handover, LucideIcon>> = { warm: Handshake, cold: Forward, none: CircleSlash }

/** Where a story can get lost: from one organisation to the other, with the two steps between which it happens. */
export function HandoverList({ handovers }: { readonly handovers: Handovers }) {
  return (
    <ol className="handovers">
      {handovers.map((row) => (
        <Passing key={row.fromStepId} row={row} />
      ))}
    </ol>
  )
}

function Passing({ row }: { readonly row: HandoverRow }) {
  const { t } = useTranslation('insight')
  const word = useWord()
  const Icon = row.handover === null ? CircleQuestionMark : icons[row.handover]
  return (
    <li className="handover">
      <CardRow id={row.fromStepId}>
        <span className="card-row__more">
          <Names ids={row.fromActorIds} />
        </span>
      </CardRow>
      <p className="handover__how" data-handover={row.handover ?? 'unknown'}>
        <ArrowDown size={18} aria-hidden="true" />
        <span className="pill">
          <Icon size={16} aria-hidden="true" />
          {row.handover === null ? t('chain.handovers.unasked') : word('handover', row.handover)}
        </span>
        {row.betweenStepIds.length === 0 ? null : (
          <span>{t('chain.handovers.between', { count: row.betweenStepIds.length })}</span>
        )}
      </p>
      <CardRow id={row.toStepId}>
        <span className="card-row__more">
          <Names ids={row.toActorIds} />
        </span>
      </CardRow>
    </li>
  )
}
