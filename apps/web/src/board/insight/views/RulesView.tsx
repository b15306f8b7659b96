import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { policyTable, type PolicyRow, type PolicyVerdict } from '@samenreis/model/journey/views/policyTable'
import { verdictIcons } from '../../../shapes/look/icons.ts'
import { useWord } from '../../panel/useWord.ts'
import { EmptyView } from '../parts/EmptyView.tsx'
import { Label } from '../parts/Label.tsx'
import { PressToJump } from '../parts/PressToJump.tsx'
import { useView } from '../ReadingContext.ts'

/** Which rule clashes with whom? Each rule has a line of its own above its personas, so that long rules fit a phone. */
export function RulesView() {
  const { t } = useTranslation('insight')
  const { rows } = useView(policyTable)
  if (rows.length === 0) return <EmptyView icon={Scale} title={t('rules.empty.title')} text={t('rules.empty.text')} />
  return (
    <table className="insight-table insight-table--rules">
      <caption className="visually-hidden">{t('rules.caption')}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('column.persona')}</th>
          <th scope="col">{t('column.verdict')}</th>
        </tr>
      </thead>
      {rows.map((row) => (
        <Rule key={row.cardIds.join(' ')} row={row} />
      ))}
    </table>
  )
}

function Rule({ row: { text, cells, withoutPersona } }: { readonly row: PolicyRow }) {
  const { t } = useTranslation('insight')
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={2} className="insight-table__name insight-table__rule">
          <Scale size={18} aria-hidden="true" />
          {text === '' ? t('untitled') : text}
        </th>
      </tr>
      {cells.map(({ personaId, verdicts }) => (
        <tr key={personaId}>
          <th scope="row">
            <Label id={personaId} />
          </th>
          <td>
            {verdicts.length === 0 ? <span className="quiet">{t('rules.unseen')}</span> : null}
            {verdicts.map((verdict) => (
              <Verdict key={verdict.cardId} verdict={verdict} />
            ))}
          </td>
        </tr>
      ))}
      {withoutPersona.length === 0 ? null : (
        <tr>
          <th scope="row">{t('rules.nobody')}</th>
          <td>
            {withoutPersona.map((verdict) => (
              <Verdict key={verdict.cardId} verdict={verdict} />
            ))}
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** What one card says; pressing it goes to the card. */
function Verdict({ verdict: { cardId, verdict, reason } }: { readonly verdict: PolicyVerdict & { cardId: ShapeId } }) {
  const { t } = useTranslation('insight')
  const word = useWord()
  const Icon = verdictIcons[verdict ?? 'unknown']
  return (
    <PressToJump id={cardId}>
      <span className="verdict" data-verdict={verdict ?? 'unknown'}>
        <Icon size={18} aria-hidden="true" />
        {verdict === null ? t('rules.unjudged') : word('verdict', verdict)}
      </span>
      {reason.trim() === '' ? null : <span className="verdict__reason">{reason}</span>}
    </PressToJump>
  )
}
