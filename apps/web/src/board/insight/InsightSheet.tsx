import './insight.css'
import './parts/parts.css'
import './parts/table.css'
import './views/views.css'
import { ArrowLeft, ChevronLeft, X } from 'lucide-react'
import { useEffect, useMemo, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { useBoardSession } from '../BoardSession.ts'
import { useGuess } from '../guess/GuessContext.ts'
import { InsightButton } from './InsightButton.tsx'
import { InsightIndex } from './InsightIndex.tsx'
import { useInsightPlace, useInsightState } from './InsightPlaceContext.ts'
import { viewIcons } from './InsightView.ts'
import { JumpContext, useJump } from './JumpContext.ts'
import { KeptBack } from './KeptBack.tsx'
import { Reading } from './Reading.ts'
import { ReadingContext } from './ReadingContext.ts'
import { useKeptFocus } from './useKeptFocus.ts'
import { useIsWide } from './useIsWide.ts'
import { useMakingWay, useOneSheet } from './useMakingWay.ts'
import { useSheetFocus } from './useSheetFocus.ts'
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
  const { current, isSheetOpen: isGuessing, setSheetOpen: setGuessing } = useGuess()
  const isKeptBack = current?.round?.status === 'open' && current.invited
  const isShown = !isGuessing && !isFolded
  const title = useRef<HTMLHeadingElement>(null)
  const reading = useMemo(() => new Reading(connection.board), [connection])
  useEffect(() => reading.start(), [reading])
  const sheet = useRef<HTMLElement>(null)
  useKeptFocus(sheet, reading.live)
  const jump = useJump(editor, place.fold)
  useMakingWay(isWide, jump.lastId)
  useOneSheet(isWide, isGuessing, setGuessing)
  useSheetFocus(view, isShown, title, jump.lastRow)
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
        {isShown || isGuessing ? null : (
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
            {isKeptBack ? <KeptBack /> : view === null ? <InsightIndex /> : <ViewBody view={view} />}
          </div>
        </section>
      </JumpContext>
    </ReadingContext>
  )
}
