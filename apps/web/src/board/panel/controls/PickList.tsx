import { Plus, Search } from 'lucide-react'
import { useId, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Pick {
  readonly id: string
  readonly name: string
  readonly icon?: ReactNode
  /** Said after the name in muted text, e.g. the kind. */
  readonly detail?: string
}

interface Props {
  /** The word on the button that opens the list. */
  readonly label: string
  readonly labelId: string
  readonly picks: readonly Pick[]
  readonly onPick: (id: string) => void
  /** Said when there is nothing to choose from. */
  readonly emptyText: string
}

/** More than this many get a search field. */
const SEARCH_FROM = 6

/** A list that opens under its button, to choose one thing on the board from. Escape closes it. */
export function PickList({ label, labelId, picks, onPick, emptyText }: Props) {
  const { t } = useTranslation('panel')
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState('')
  const id = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const found = picks.filter(({ name, detail = '' }) =>
    `${name} ${detail}`.toLocaleLowerCase().includes(wanted.trim().toLocaleLowerCase()),
  )
  const close = (): void => {
    setOpen(false)
    setWanted('')
    opener.current?.focus()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes the list from any control in it
    <div
      className="pick-list"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
    >
      <button
        ref={opener}
        type="button"
        className="chip chip--add"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => (open ? close() : setOpen(true))}
      >
        <Plus size={18} aria-hidden="true" />
        <span>{label}</span>
      </button>
      {open ? (
        <div className="pick-list__sheet" id={id}>
          {picks.length >= SEARCH_FROM ? (
            <label className="pick-list__search">
              <Search size={18} aria-hidden="true" />
              <span className="visually-hidden">{t('picker.search')}</span>
              <input
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- the list was opened to find something in it
                autoFocus
                className="pick-list__input"
                placeholder={t('picker.search')}
                value={wanted}
                onChange={(event) => setWanted(event.target.value)}
              />
            </label>
          ) : null}
          {found.length === 0 ? <p className="quiet">{picks.length === 0 ? emptyText : t('picker.nothing')}</p> : null}
          <ul className="pick-list__items" aria-labelledby={labelId}>
            {found.map((pick) => (
              <li key={pick.id}>
                <button
                  type="button"
                  className="pick-list__item"
                  onClick={() => {
                    onPick(pick.id)
                    close()
                  }}
                >
                  {pick.icon}
                  <span className="pick-list__name">{pick.name}</span>
                  {pick.detail === undefined ? null : <span className="quiet">{pick.detail}</span>}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  )
}
