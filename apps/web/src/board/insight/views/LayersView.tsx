import { Check, CircleDashed, CircleSlash, Eye, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { layerMeter, type LayerRow } from '@samenreis/model/journey/views/layerMeter'
import { layerIcons } from '../../../shapes/look/icons.ts'
import { useBoardSession } from '../../BoardSession.ts'
import { useWord } from '../../panel/useWord.ts'
import { toShapeId } from '../jumpTo.ts'
import { leaveLayer, lookAtLayerAgain } from '../layersLeft.ts'
import { CardList } from '../parts/CardList.tsx'
import { Fold } from '../parts/Fold.tsx'
import { Part } from '../parts/Part.tsx'
import { useView } from '../ReadingContext.ts'
import { useChosenJourneys } from '../useChosenJourneys.ts'

/** Which layer has nobody looked at? All eleven, empty ones marked in word. */
export function LayersView() {
  const { t } = useTranslation('insight')
  const { layers, untouched, withoutLayer, total, promoted } = useView(layerMeter)
  const left = layers.filter(({ isLeft }) => isLeft).length
  const lead = total + left === 0 ? 'empty' : untouched.length === 0 ? 'all' : 'lead'
  return (
    <>
      <p className="insight-note">
        {t(`layers.${lead}`, { count: untouched.length, of: layers.length })}{' '}
        {left === 0 ? null : <>{t('layers.left', { count: left })} </>}
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

type LayerState = 'nobody' | 'nothing' | 'cards'
const stateIcons: Readonly<Record<LayerState, LucideIcon>> = {
  nobody: CircleDashed,
  nothing: CircleSlash,
  cards: Check,
}

function Layer({ row: { layer, cardIds, isLeft } }: { readonly row: LayerRow }) {
  const { t } = useTranslation('insight')
  const word = useWord()
  const { isFacilitator, mayEdit } = useBoardSession()
  const { journey } = useChosenJourneys()
  const isEmpty = cardIds.length === 0
  const state: LayerState = !isEmpty ? 'cards' : isLeft ? 'nothing' : 'nobody'
  const [Icon, StateIcon] = [layerIcons[layer], stateIcons[state]]
  // Without a journey there is nothing to keep the answer with.
  const mayLeave = isFacilitator && mayEdit && journey !== null
  return (
    <li data-nought={state === 'nobody'}>
      <Fold
        summary={
          <>
            <Icon size={22} aria-hidden="true" />
            <span className="figure__word">{word('layer', layer)}</span>
            <span className="layer__state">
              <StateIcon size={18} aria-hidden="true" />
              {state === 'cards' ? t('cards', { count: cardIds.length }) : t(`layers.${state}`)}
            </span>
          </>
        }
      >
        {!isEmpty ? (
          <CardList ids={cardIds} />
        ) : mayLeave ? (
          <LeaveLayer layer={layer} isLeft={isLeft} journeyId={journey.id} />
        ) : null}
      </Fold>
    </li>
  )
}

interface LeaveLayerProps {
  readonly layer: LayerRow['layer']
  readonly isLeft: boolean
  readonly journeyId: ShapeId
}

/** Says that nothing is needed in an empty layer, and takes that back. One button, so that the keyboard stays where it is. */
function LeaveLayer({ layer, isLeft, journeyId }: LeaveLayerProps) {
  const { t } = useTranslation('insight')
  const editor = useEditor()
  const Icon = isLeft ? Eye : CircleSlash
  return (
    <button
      type="button"
      className="chip layer__leave"
      onClick={() => (isLeft ? lookAtLayerAgain(editor, layer) : leaveLayer(editor, toShapeId(journeyId), layer))}
    >
      <Icon size={18} aria-hidden="true" />
      {t(isLeft ? 'layers.lookAgain' : 'layers.leave')}
    </button>
  )
}
