import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuessProgress, GuessRound } from '@samenreis/model/api/guesses'
import { cancelGuesses, revealGuesses } from '../../api/guesses.ts'
import { reasonOf } from '../../api/ProblemError.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useBoardSession } from '../BoardSession.ts'
import { useNotices } from '../notices/NoticesContext.ts'
import { useGuess } from './GuessContext.ts'
import { ReadyCount } from './ReadyCount.tsx'

interface Props {
  readonly round: GuessRound
  readonly progress: GuessProgress
}

/** The facilitator's bar while staff guess: how many are done, and the two ways in which it ends. */
export function LeaderBar({ round, progress }: Props) {
  const { t } = useTranslation(['guess', 'problems'])
  const { room } = useBoardSession()
  const { readAgain } = useGuess()
  const notices = useNotices()
  const [asking, setAsking] = useState<'reveal' | 'stop' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const allDone = progress.finished >= progress.invited

  const end = (act: (roomId: typeof room.id, roundId: string) => Promise<GuessRound>): void => {
    setAsking(null)
    setBusy(true)
    act(room.id, round.id)
      .then(readAgain, (error: unknown) => {
        const text = t(`problems:byReason.${reasonOf(error)}.text`)
        notices.show({ tone: 'warning', text, acts: [], lasts: 'untilClosed' })
        // Somebody else may have ended it.
        readAgain()
      })
      .finally(() => setBusy(false))
  }
  return (
    <section className="guess-bar" aria-label={t('bar.label')}>
      <EyeOff className="guess-bar__icon" size={22} aria-hidden="true" />
      <p className="guess-bar__words">
        <span>{t('bar.title')}</span> <ReadyCount progress={progress} />
      </p>
      <div className="guess-bar__acts">
        <Button
          purpose="primary"
          busy={isBusy}
          disabled={progress.started === 0}
          onClick={() => (allDone ? end(revealGuesses) : setAsking('reveal'))}
        >
          {t('bar.reveal')}
        </Button>
        <Button
          purpose="secondary"
          disabled={isBusy}
          onClick={() => (progress.started === 0 ? end(cancelGuesses) : setAsking('stop'))}
        >
          {t('bar.stop')}
        </Button>
      </div>
      <Dialog
        title={asking === 'stop' ? t('ask.stopTitle') : t('ask.revealTitle')}
        isOpen={asking !== null}
        onClose={() => setAsking(null)}
        size="small"
        alert
      >
        <p className="dialog__text">
          {asking === 'stop'
            ? t('ask.stopText')
            : t('ask.revealText', { finished: progress.finished, invited: progress.invited })}
        </p>
        <div className="dialog__acts">
          <Button onClick={() => setAsking(null)}>{t('ask.back')}</Button>
          {asking === 'stop' ? (
            <Button negative onClick={() => end(cancelGuesses)}>
              {t('ask.stop')}
            </Button>
          ) : (
            <Button purpose="primary" onClick={() => end(revealGuesses)}>
              {t('ask.reveal')}
            </Button>
          )}
        </div>
      </Dialog>
    </section>
  )
}
