import { EyeOff } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { openGuessRound } from '../../api/guesses.ts'
import { reasonOf, type ProblemReason } from '../../api/ProblemError.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { useBoardSession } from '../BoardSession.ts'
import { useGuess } from './GuessContext.ts'
import { usePersonaName } from './usePersonaName.ts'

/** At the foot of a journey's panel, for the facilitator: lets staff guess how the client felt in it. Says first what happens. */
export function GuessStart({ journeyId }: { readonly journeyId: string }) {
  const { t } = useTranslation(['guess', 'problems'])
  const { room } = useBoardSession()
  const { current, readAgain } = useGuess()
  const id = ShapeId.parse(journeyId)
  const name = usePersonaName(id)
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemReason | null>(null)
  const running = current?.round?.status === 'open' ? current.round.journeyId : null
  const start = (): void => {
    setBusy(true)
    setProblem(null)
    openGuessRound(room.id, id)
      .then(
        () => {
          setAsking(false)
          readAgain()
        },
        (error: unknown) => setProblem(reasonOf(error)),
      )
      .finally(() => setBusy(false))
  }
  // Its bar at the top of the board says so.
  if (running === id) return null
  return (
    <div className="panel__actions">
      <button type="button" className="panel__act" onClick={() => setAsking(true)}>
        <EyeOff size={20} aria-hidden="true" />
        {t('start.act')}
      </button>
      <Dialog title={t('start.title')} isOpen={isAsking} onClose={() => setAsking(false)} size="small">
        <p className="dialog__text">
          {running !== null
            ? t('start.otherRunning')
            : name === null
              ? t('start.textNobody')
              : t('start.text', { name })}
        </p>
        {problem === null ? null : <p role="alert">{t(`problems:byReason.${problem}.text`)}</p>}
        <div className="dialog__acts">
          <Button onClick={() => setAsking(false)}>{t('start.back')}</Button>
          {running !== null ? null : (
            <Button purpose="primary" busy={isBusy} onClick={start}>
              {t('start.go')}
            </Button>
          )}
        </div>
      </Dialog>
    </div>
  )
}
