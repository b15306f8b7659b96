import type { ReactNode } from 'react'
import { useState } from 'react'
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ToolButton } from './ToolButton.tsx'
import type { ToolItem } from './toolItems.ts'

interface Props {
  readonly label: string
  readonly groups: readonly { readonly word?: string; readonly items: readonly ToolItem[] }[]
  readonly className: string
  /** What the opening button shows. */
  readonly children: ReactNode
  /** Whether one of its tools is in the hand. */
  readonly isTaken: boolean
}

/** Tools behind a button; taking one closes it. */
export function ToolMenu({ label, groups, className, children, isTaken }: Props) {
  const { t } = useTranslation('board')
  const [open, setOpen] = useState(false)
  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button className={className} aria-label={label} data-taken={isTaken}>
        {children}
      </Button>
      <Popover className="tool-menu" placement="top" offset={14}>
        <Dialog className="tool-menu__sheet" aria-label={label}>
          {groups.map(({ word, items }) => (
            <section key={word ?? 'all'} className="tool-menu__group">
              {word === undefined ? null : <Heading className="tool-menu__title">{word}</Heading>}
              <div className="tool-menu__tools">
                {items.map((item) => (
                  <ToolButton key={item.id} item={item} onTaken={() => setOpen(false)} />
                ))}
              </div>
            </section>
          ))}
          <button type="button" className="visually-hidden" onClick={() => setOpen(false)}>
            {t('tools.close')}
          </button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
