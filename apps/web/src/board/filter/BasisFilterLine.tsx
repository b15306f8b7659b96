import { Basis } from '@samenreis/model/records/enumerations'
import { ListFilter, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { showBases } from './basisFilter.ts'
import { sumOf } from './countBases.ts'
import { useBasisCounts, useShownBases } from './useBasisFilter.ts'

/** Says, as long as it lasts, that not everything is in colour, and leads back. */
export function BasisFilterLine() {
  const bases = useShownBases()
  return <output className="filter-place">{bases.length === 0 ? null : <ActiveFilter bases={bases} />}</output>
}

function ActiveFilter({ bases }: { readonly bases: readonly Basis[] }) {
  const { t, i18n } = useTranslation(['filter', 'kinds'])
  const editor = useEditor()
  const counts = useBasisCounts()
  const words = bases.map((basis) => t(`kinds:basisMark.${basis}`))
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(words)
  return (
    <span className="filter-line">
      <ListFilter size={18} aria-hidden="true" />
      <span className="filter-line__words">
        {t('filter:only', { what: list })}{' '}
        <span className="filter-line__count">
          {t('filter:count', { shown: sumOf(counts, bases), total: sumOf(counts, Basis.options) })}
        </span>
      </span>
      <button
        type="button"
        className="filter-line__end"
        aria-label={t('filter:all')}
        onClick={() => showBases(editor, [])}
      >
        <X size={18} aria-hidden="true" />
        <span>
          {t('filter:everything')} <span className="filter-line__rest">{t('filter:showing')}</span>
        </span>
      </button>
    </span>
  )
}
