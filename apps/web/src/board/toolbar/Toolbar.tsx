import './toolbar.css'
import { ChevronUp, LayoutGrid } from 'lucide-react'
import { Fragment } from 'react'
import { Toolbar as AriaToolbar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { barGroups, behindMore, otherCards } from './toolItems.ts'
import { ToolButton } from './ToolButton.tsx'
import { ToolMenu } from './ToolMenu.tsx'
import { useBarWidth } from './useBarWidth.ts'

/** The tools at the bottom: drawing and word, the domain's own first. One stop in the tab order, arrows inside (WAI-ARIA toolbar). */
export function Toolbar() {
  const { t } = useTranslation('board')
  const editor = useEditor()
  const width = useBarWidth()
  const current = useValue('tool', () => editor.getCurrentToolId(), [editor])
  const groups = behindMore(width).map(({ word, items }) => ({
    word: t(`tools.${word}`),
    // The other cards have a menu of their own beside the quote, where there is room for it.
    items: width === 'wide' ? items.filter((item) => !otherCards.includes(item)) : items,
  }))
  const isIn = (items: readonly { readonly id: string }[]): boolean => items.some(({ id }) => id === current)
  const shown = groups.filter(({ items }) => items.length > 0)
  return (
    <AriaToolbar className="toolbar" data-width={width} aria-label={t('tools.label')}>
      {barGroups[width].map((items, index) => (
        <Fragment key={items[0]?.id}>
          {index === 0 ? null : <span className="toolbar__divider" aria-hidden="true" />}
          {items.map((item) => (
            <Fragment key={item.id}>
              <ToolButton item={item} />
              {item.id === 'card-quote' && width === 'wide' ? (
                <ToolMenu
                  label={t('tools.moreCards')}
                  groups={[{ items: otherCards }]}
                  className="tool tool--open-cards"
                  isTaken={isIn(otherCards)}
                >
                  <ChevronUp size={18} aria-hidden="true" />
                </ToolMenu>
              ) : null}
            </Fragment>
          ))}
        </Fragment>
      ))}
      <ToolMenu
        label={t('tools.moreTools')}
        groups={shown}
        className="tool"
        isTaken={isIn(shown.flatMap(({ items }) => items))}
      >
        <LayoutGrid size={22} strokeWidth={1.9} aria-hidden="true" />
        <span className="tool__word">{t('tools.more')}</span>
      </ToolMenu>
    </AriaToolbar>
  )
}
