import { Check, CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { layerMeter, type LayerRow } from '@samenreis/model/journey/views/layerMeter'
import { layerIcons } from '../../../shapes/look/icons.ts'
import { useWord } from '../../panel/useWord.ts'
import { CardList } from '../parts/CardList.tsx'
import { Fold } from '../parts/Fold.tsx'
import { Part } from '../parts/Part.tsx'
import { useView } from '../ReadingContext.ts'

/** Which layer has nobody looked at? All eleven, empty ones marked in word. */
export function LayersView() {
  const { t } = useTranslation('insight')
  const { layers, untouched, withoutLayer, total, promoted } = useView(layerMeter)
  const lead = total === 0 ? 'empty' : untouched.length === 0 ? 'all' : 'lead'
  return (
    <>
      <p className="insight-note">
        {t(`layers.${lead}`, { count: untouched.length, of: layers.length })}{' '}
        {promoted === 0 ? null : t('layers.promoted', { count: promoted, of: total })}
      </p>
      <ul className="figures layers">
        {layers.map((row) => (
          <Layer key={row.layer} row={row} />
        ))}
      </ul>
      {withoutLayer.length === 0 ? null : (
        <Part title={t('layers.without.title')} lead={t('layers.without.lead')}>
          <CardList ids={withoutLayer} />
        </Part>
      )}
    </>
  )
}

function Layer({ row: { layer, cardIds } }: { readonly row: LayerRow }) {
  const { t } = useTranslation('insight')
  const word = useWord()
  const Icon = layerIcons[layer]
  const isEmpty = cardIds.length === 0
  return (
    <li data-nought={isEmpty}>
      <Fold
        summary={
          <>
            <Icon size={22} aria-hidden="true" />
            <span className="figure__word">{word('layer', layer)}</span>
            <span className="layer__state">
              {isEmpty ? <CircleDashed size={18} aria-hidden="true" /> : <Check size={18} aria-hidden="true" />}
              {isEmpty ? t('layers.nobody') : t('cards', { count: cardIds.length })}
            </span>
          </>
        }
      >
        {isEmpty ? null : <CardList ids={cardIds} />}
      </Fold>
    </li>
  )
}
