import './guess.css'
import { EyeOff, Hourglass } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import type { GuessRound } from '@samenreis/model/api/guesses'
import { readOwnGuess, saveOwnGuess } from '../../api/guesses.ts'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { Button } from '../../ui/Button.tsx'
import { useBoardSession } from '../BoardSession.ts'
import { useGuess } from './GuessContext.ts'
import { GuessKeeper } from './GuessKeeper.ts'
import { GuessSheet } from './GuessSheet.tsx'
import { LeaderBar } from './LeaderBar.tsx'
import { ReadyCount } from './ReadyCount.tsx'
import { useGuessNews } from './useGuessNews.ts'
import { usePersonaName } from './usePersonaName.ts'

/** What everybody sees while staff guess: the facilitator how many are done, staff their faces, the others that they wait. */
export function GuessArea() {
  const editor = useEditor()
  const { me, isFacilitator } = useBoardSession()
  const { current } = useGuess()
  useGuessNews(editor)
  const round = current?.round
  if (current === null || round?.status !== 'open' || current.progress === null) return null
  if (me.role === 'screen') return <ScreenBar progress={current.progress} />
  if (isFacilitator) return <LeaderBar round={round} progress={current.progress} />
  return current.invited ? <OwnGuess key={round.id} round={round} /> : <WaitingBar round={round} />
}

/** A person of staff: her sheet, or the way back to it. */
function OwnGuess({ round }: { readonly round: GuessRound }) {
  const { t } = useTranslation('guess')
  const { room, connection } = useBoardSession()
  const { isSheetOpen, setSheetOpen } = useGuess()
  const keeper = useMemo(
    () =>
      new GuessKeeper({
        roundId: round.id,
        read: () => readOwnGuess(room.id, round.id),
        save: (guess) => saveOwnGuess(room.id, round.id, guess),
        shelf: window.sessionStorage,
      }),
    [room.id, round.id],
  )
  useEffect(() => {
    keeper.start()
    return keeper.stop
  }, [keeper])
  // The line is back: what could not be sent is tried at once.
  const hello = useWatched(connection.hello)
  useEffect(() => {
    if (hello !== null) keeper.tryAgain()
  }, [hello, keeper])
  const { done, points, state } = useWatched(keeper.guess)
  if (isSheetOpen) return <GuessSheet round={round} keeper={keeper} />
  const hasBegun = Object.keys(points).length > 0
  return (
    <section className="guess-bar" aria-label={t('bar.label')}>
      <EyeOff className="guess-bar__icon" size={22} aria-hidden="true" />
      <p className="guess-bar__words">
        <span>{done ? t('bar.yoursDone') : t('bar.yours')}</span>
        {state === 'unsaved' ? <strong className="guess-bar__unsaved">{t('saved.unsaved')}</strong> : null}
      </p>
      <div className="guess-bar__acts">
        <Button purpose={done ? 'secondary' : 'primary'} onClick={() => setSheetOpen(true)}>
          {done ? t('bar.change') : hasBegun ? t('bar.goOn') : t('bar.begin')}
        </Button>
      </div>
    </section>
  )
}

function WaitingBar({ round }: { readonly round: GuessRound }) {
  const { t } = useTranslation('guess')
  const name = usePersonaName(round.journeyId)
  return (
    <output className="guess-bar guess-bar--quiet">
      <Hourglass className="guess-bar__icon" size={22} aria-hidden="true" />
      <span className="guess-bar__words">{name === null ? t('bar.waitNobody') : t('bar.wait', { name })}</span>
    </output>
  )
}

/** Read across the room. */
function ScreenBar({ progress }: Parameters<typeof ReadyCount>[0]) {
  const { t } = useTranslation('guess')
  return (
    <section className="guess-bar guess-bar--screen" aria-label={t('bar.label')}>
      <EyeOff className="guess-bar__icon" size={36} aria-hidden="true" />
      <p className="guess-bar__words">
        <span>{t('bar.screen')}</span> <ReadyCount progress={progress} />
      </p>
    </section>
  )
}
