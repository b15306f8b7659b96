import { ListFilter } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Basis } from '@samenreis/model/records/enumerations'
import { useEditor } from 'tldraw'
import { showBases } from '../../filter/basisFilter.ts'
import { useShownBases } from '../../filter/useBasisFilter.ts'
import { useInsightPlace } from '../InsightPlaceContext.ts'
import { isPhone } from '../JumpContext.ts'

/** Leaves only the cards with this evidence in colour on the board, or all of them again. Of this screen alone. */
export function InColour({ basis }: { readonly basis: Basis }) {
  const { t } = useTranslation('insight')
  const editor = useEditor()
  const place = useInsightPlace()
  const bases = useShownBases()
  const isOn = bases.length === 1 && bases[0] === basis
  return (
    <button
      type="button"
      className="chip in-colour"
      aria-pressed={isOn}
      onClick={() => {
        showBases(editor, isOn ? [] : [basis])
        // There the sheet covers what it would show.
        if (!isOn && isPhone()) place.fold()
      }}
    >
      <ListFilter size={18} aria-hidden="true" />
      {t('evidence.inColour')}
    </button>
  )
}
