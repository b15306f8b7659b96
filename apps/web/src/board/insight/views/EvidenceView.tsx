import { BadgeCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { evidenceMeter, type EvidenceKind, type EvidenceShares } from '@samenreis/model/journey/views/evidenceMeter'
import { basisIcons } from '../../../shapes/look/icons.ts'
import { useWord } from '../../panel/useWord.ts'
import { numberText, shareText } from '../numbers.ts'
import { CardList } from '../parts/CardList.tsx'
import { EmptyView } from '../parts/EmptyView.tsx'
import { Fold } from '../parts/Fold.tsx'
import { InColour } from '../parts/InColour.tsx'
import { Part } from '../parts/Part.tsx'
import { useView } from '../ReadingContext.ts'
import { ShareBar } from '../parts/ShareBar.tsx'

/** How much is assumption? Shares per basis, over one journey or, without one, over the whole board. */
export function EvidenceView({ journeyId }: { readonly journeyId: ShapeId | null }) {
  const { t, i18n } = useTranslation('insight')
  const word = useWord()
  const meter = useView(evidenceMeter, ...(journeyId === null ? [] : [journeyId]))
  if (meter.total === 0)
    return <EmptyView icon={BadgeCheck} title={t('evidence.empty.title')} text={t('evidence.empty.text')} />
  return (
    <>
      <Part title={t('evidence.title', { count: meter.total })}>
        <ShareBar bases={meter.bases} tall />
        <ul className="figures">
          {meter.bases.map(({ basis, count, share, cardIds }) => {
            const Icon = basisIcons[basis]
            return (
              <li key={basis} data-nought={count === 0} data-basis={basis}>
                <Fold
                  summary={
                    <>
                      <span className="swatch" aria-hidden="true" />
                      <Icon size={22} aria-hidden="true" />
                      <span className="figure__word">{word('basis', basis)}</span>
                      <span className="share">
                        <b>{shareText(share, i18n.language)}</b>
                        <span className="share__count">{numberText(count, i18n.language)}</span>
                      </span>
                    </>
                  }
                >
                  {cardIds.length === 0 ? null : (
                    <>
                      <InColour basis={basis} />
                      <CardList ids={cardIds} />
                    </>
                  )}
                </Fold>
              </li>
            )
          })}
        </ul>
      </Part>
      <Part title={t('evidence.kinds.title')}>
        <KindTable kinds={meter.kinds} />
      </Part>
    </>
  )
}

function KindTable({ kinds }: { readonly kinds: readonly (EvidenceShares & { readonly kind: EvidenceKind })[] }) {
  const { t, i18n } = useTranslation('insight')
  return (
    <table className="insight-table">
      <caption className="visually-hidden">{t('evidence.kinds.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.kind')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('column.shares')}</span>
          </th>
          <th scope="col" className="insight-table__number">
            {t('column.livedShare')}
          </th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, total, bases }) => (
          <tr key={kind}>
            <th scope="row">{t(`evidence.kind.${kind}`, { count: total })}</th>
            <td className="insight-table__bar">
              <ShareBar bases={bases} />
            </td>
            <td className="insight-table__number">{shareText(bases[0]?.share ?? 0, i18n.language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
