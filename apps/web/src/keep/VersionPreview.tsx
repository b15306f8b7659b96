import { ArrowLeft } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Restored, Version, VersionView } from '@samenreis/model/api/versions'
import { readBoard } from '@samenreis/model/document/read'
import { isDomainType } from '@samenreis/model/records/recordKinds'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { readVersion, restoreVersion } from '../api/versions.ts'
import { useBoardSession } from '../board/BoardSession.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { compareBoards, type NamedCard } from './compareBoards.ts'
import { useVersionName } from './useVersionName.ts'

interface Props {
  readonly version: Version
  readonly onBack: () => void
  readonly onRestored: (restored: Restored) => void
}

/** One version: which cards come back, which stay beside it, and all that stood there. Nothing happens before it is asked once more. */
export function VersionPreview({ version, onBack, onRestored }: Props) {
  const { t } = useTranslation(['keep', 'common', 'problems'])
  const { room, connection } = useBoardSession()
  const { moment, why } = useVersionName(version)
  const [view, setView] = useState<VersionView | null>(null)
  const [problem, setProblem] = useState<ProblemReason | null>(null)
  const [step, setStep] = useState<'told' | 'asked' | 'busy'>('told')
  useEffect(() => {
    let isShown = true
    readVersion(room.id, version.id).then(
      (answer) => {
        if (isShown) setView(answer)
      },
      (error: unknown) => setProblem(reasonOf(error)),
    )
    return () => {
      isShown = false
    }
  }, [room.id, version.id])
  // As the board is when the version is opened: what changes while somebody reads would only make it jump.
  const comparison = useMemo(
    () => (view === null ? null : compareBoards(view.records, readBoard(connection.board).records)),
    [view, connection],
  )
  const restore = (): void => {
    if (step === 'busy') return
    setStep('busy')
    restoreVersion(room.id, version.id).then(onRestored, (error: unknown) => {
      setStep('asked')
      setProblem(reasonOf(error))
    })
  }
  return (
    <div className="version-preview">
      <div>
        <Button purpose="subtle" icon={<ArrowLeft size={18} aria-hidden="true" />} onClick={onBack}>
          {t('versions.back')}
        </Button>
      </div>
      <h3 className="version-preview__title">
        {moment}: {why}
      </h3>
      {problem === null ? null : (
        <Notice tone="negative" title={t(`problems:byReason.${problem}.title`)} announce>
          <p>{t(`problems:byReason.${problem}.text`)}</p>
        </Notice>
      )}
      {comparison === null ? null : (
        <>
          {step === 'told' ? (
            <div>
              <Button purpose="primary" onClick={() => setStep('asked')}>
                {t('versions.restore')}
              </Button>
            </div>
          ) : (
            <Notice tone="warning" title={t('versions.sureTitle')} announce>
              <p>{t('versions.sureText')}</p>
              <div className="version-preview__acts">
                <Button purpose="primary" busy={step === 'busy'} onClick={restore}>
                  {t('versions.sure')}
                </Button>
                <Button onClick={() => setStep('told')}>{t('common:cancel')}</Button>
              </div>
            </Notice>
          )}
          <Cards
            title={t('versions.backAgain', { count: comparison.backAgain.length })}
            cards={comparison.backAgain}
            isOpen
          />
          <Cards title={t('versions.since', { count: comparison.since.length })} cards={comparison.since} isOpen />
          <Cards
            title={t('versions.then', { count: comparison.stood.length })}
            cards={comparison.stood}
            isOpen={false}
          />
        </>
      )}
    </div>
  )
}

function Cards({
  title,
  cards,
  isOpen,
}: {
  readonly title: string
  readonly cards: readonly NamedCard[]
  readonly isOpen: boolean
}) {
  const { t } = useTranslation(['keep', 'kinds', 'board'])
  const kindOf = ({ type }: NamedCard['shape']): string =>
    isDomainType(type) ? t(`kinds:shape.${type}`) : t(type === 'text' ? 'board:tools.text' : 'board:tools.note')
  if (cards.length === 0) return <p className="version-preview__none">{title}</p>
  return (
    <details className="version-cards" open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {cards.map(({ id, shape, words }) => (
          <li key={id}>
            <span className="version-cards__kind">{kindOf(shape)}</span>
            <span>{words === '' ? t('keep:versions.noWords') : words}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
