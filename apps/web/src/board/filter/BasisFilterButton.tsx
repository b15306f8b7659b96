import { Basis } from '@samenreis/model/records/enumerations'
import { Check, ListFilter } from 'lucide-react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { GapSwitch } from '../curve/GapSwitch.tsx'
import { Hint } from '../../ui/Hint.tsx'
import { basisIcons } from '../../shapes/look/icons.ts'
import { showBases, toggled } from './basisFilter.ts'
import { useBasisCounts, useShownBases } from './useBasisFilter.ts'

/** Opens the choice of evidence that stays in colour. */
export function BasisFilterButton() {
  const { t } = useTranslation('filter')
  const bases = useShownBases()
  return (
    <DialogTrigger>
      <Hint text={t('open')}>
        <Button
          className="view-button view-button--always filter-button"
          aria-label={t('open')}
          data-on={bases.length > 0}
        >
          <ListFilter size={20} aria-hidden="true" />
        </Button>
      </Hint>
      <Popover className="filter-popover" placement="top start" offset={12}>
        <Dialog className="filter-dialog">
          <Heading slot="title" className="filter-dialog__title">
            {t('title')}
          </Heading>
          <BasisChoices />
          <GapSwitch at="sheet" />
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function BasisChoices() {
  const { t } = useTranslation(['filter', 'kinds'])
  const editor = useEditor()
  const bases = useShownBases()
  const counts = useBasisCounts()
  return (
    <>
      <ul className="filter-choices">
        {Basis.options.map((basis) => {
          const Icon = basisIcons[basis]
          const isOn = bases.includes(basis)
          return (
            <li key={basis}>
              <button
                type="button"
                className="filter-choice"
                aria-pressed={isOn}
                onClick={() => showBases(editor, toggled(bases, basis))}
              >
                <Icon size={20} strokeWidth={2} aria-hidden="true" />
                <span className="filter-choice__word">{t(`kinds:basis.${basis}`)}</span>
                <span className="filter-choice__count">{t('filter:cards', { count: counts[basis] })}</span>
                {isOn ? <Check size={20} aria-hidden="true" /> : <span className="filter-choice__off" />}
              </button>
            </li>
          )
        })}
      </ul>
      <button
        type="button"
        className="filter-all"
        aria-disabled={bases.length === 0}
        onClick={() => showBases(editor, [])}
      >
        {t('filter:all')}
      </button>
    </>
  )
}
