import './insight.css'
import './parts/parts.css'
import './parts/table.css'
import './views/views.css'
import { ArrowLeft, ChevronLeft, X } from 'lucide-react'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, type TLEventInfo } from 'tldraw'
import { useBoardSession } from '../BoardSession.ts'
import { usePanelSelection } from '../panel/usePanelSelection.ts'
import { InsightButton } from './InsightButton.tsx'
import { InsightIndex } from './InsightIndex.tsx'
import { useInsightPlace, useInsightState } from './InsightPlaceContext.ts'
import { viewIcons } from './InsightView.ts'
import { JumpContext, useJump } from './JumpContext.ts'
import { Reading } from './Reading.ts'
import { ReadingContext } from './ReadingContext.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { useIsWide } from './useIsWide.ts'
import { ViewBody } from './ViewBody.tsx'

/** "Wat zien we?": what the board tells by itself, beside it. One view at a time, and a list to choose from. */
export function InsightSheet() {
  const { isOpen } = useInsightState()
  return (
    <>
      <InsightButton at="board" />
      {isOpen ? <OpenSheet /> : null}
    </>
  )
}

function OpenSheet() {
  const { t } = useTranslation('insight')
  const editor = useEditor()
  const { connection } = useBoardSession()
  const place = useInsightPlace()
  const { view, isFolded } = useInsightState()
  const isWide = useIsWide()
  const isShown = isWide || !isFolded
  const title = useRef<HTMLHeadingElement>(null)
  const reading = useMemo(() => new Reading(connection.board), [connection])
  useEffect(() => reading.start(), [reading])
  const sheet = useRef<HTMLElement>(null)
  useKeptFocus(sheet, reading.live)
  const jump = useJump(editor, place.fold)
  useMakingWay(isWide, jump.lastId)
  useFocus(view, isShown, title, jump.lastRow)
  useEffect(() => () => void editor.setHintingShapes([]), [editor])

  const handleKey = (event: KeyboardEvent): void => {
    // A letter or Delete pressed in here means this sheet and not the card that is chosen on the board.
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation()
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    place.close()
  }
  const Icon = view === null ? null : viewIcons[view]
  return (
    <ReadingContext value={reading}>
      <JumpContext value={jump.go}>
        {isShown ? null : (
          <button type="button" className="insight-return" onClick={place.open}>
            <ArrowLeft size={20} aria-hidden="true" />
            {t('return')}
          </button>
        )}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes the region from any control in it */}
        <section ref={sheet} className="insight" data-shown={isShown} aria-label={t('title')} onKeyDown={handleKey}>
          <header className="insight__head">
            {view === null ? null : (
              <button type="button" className="insight__back" onClick={() => place.show(null)}>
                <ChevronLeft size={20} aria-hidden="true" />
                {t('back')}
              </button>
            )}
            <h2 className="insight__title" tabIndex={-1} ref={title}>
              {Icon === null ? null : <Icon size={22} aria-hidden="true" />}
              {view === null ? t('title') : t(`view.${view}.name`)}
            </h2>
            <button
              type="button"
              className="round-button round-button--quiet insight__close"
              aria-label={t('close')}
              onClick={place.close}
            >
              <X size={20} aria-hidden="true" />
            </button>
          </header>
          <div className="insight__body" key={view ?? 'list'}>
            {view === null ? <InsightIndex /> : <ViewBody view={view} />}
          </div>
        </section>
      </JumpContext>
    </ReadingContext>
  )
}

/** Where both do not fit, the sheet makes way for the panel of a card that somebody chooses, or presses, on the board herself. */
function useMakingWay(isWide: boolean, jumpedTo: { readonly current: string | null }): void {
  const editor = useEditor()
  const place = useInsightPlace()
  const { isFolded } = useInsightState()
  const chosen = usePanelSelection()
    .map(({ id }) => id)
    .join(' ')
  const known = useRef(chosen)
  useEffect(() => {
    if (isFolded || isWide || chosen === '' || chosen === jumpedTo.current) known.current = chosen
    if (chosen === known.current) return
    known.current = chosen
    place.fold()
  }, [chosen, isFolded, isWide, jumpedTo, place])
  useEffect(() => {
    if (isWide) return undefined
    // A card that is chosen already, because a row led to it, does not change the choice when it is pressed.
    const handle = (event: TLEventInfo): void => {
      if (event.type === 'pointer' && event.name === 'pointer_up' && editor.getSelectedShapeIds().length > 0)
        place.fold()
    }
    editor.on('event', handle)
    return () => void editor.off('event', handle)
  }, [editor, isWide, place])
}

/** The keyboard goes to the title of what is opened, and back to the row that was left. */
function useFocus(
  view: string | null,
  isShown: boolean,
  title: { readonly current: HTMLElement | null },
  lastRow: { readonly current: HTMLElement | null },
): void {
  const before = useRef<{ view: string | null; isShown: boolean } | null>(null)
  useEffect(() => {
    const { current } = before
    before.current = { view, isShown }
    if (!isShown) return
    if (current !== null && current.view === view) {
      if (!current.isShown) (lastRow.current?.isConnected === true ? lastRow : title).current?.focus()
      return
    }
    const left =
      current === null || view !== null ? null : document.querySelector<HTMLElement>(`#insight-${current.view}`)
    ;(left ?? title.current)?.focus()
  }, [view, isShown, title, lastRow])
}
