import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'

interface Props {
  readonly title: string
  readonly children: ReactNode
  /** The words of the button that does it. */
  readonly sure: string
  readonly isOpen: boolean
  /** Whether it may be done already. */
  readonly mayDo?: boolean
  /** Does it; when it fails the window stays and says so. */
  readonly onSure: () => Promise<void>
  readonly onClose: () => void
}

/** Asks once more before something that cannot be undone. */
export function SureDialog({ title, children, sure, isOpen, mayDo = true, onSure, onClose }: Props) {
  const { t } = useTranslation(['leave', 'problems'])
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemReason | null>(null)
  const run = (): void => {
    setBusy(true)
    setProblem(null)
    onSure()
      .catch((error: unknown) => setProblem(reasonOf(error)))
      .finally(() => setBusy(false))
  }
  return (
    <Dialog title={title} size="small" alert isOpen={isOpen} onClose={onClose}>
      {children}
      {problem === null ? null : (
        <Notice tone="negative" title={t('failed')} announce>
          <p>{t(`problems:byReason.${problem}.text`)}</p>
        </Notice>
      )}
      <div className="dialog__acts">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button negative busy={busy} disabled={!mayDo} onClick={run}>
          {sure}
        </Button>
      </div>
    </Dialog>
  )
}
