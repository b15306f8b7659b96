import { History } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VERSION_NAME_MAX_LENGTH, type Restored, type Version, type VersionList } from '@samenreis/model/api/versions'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { nameVersion, readVersions } from '../api/versions.ts'
import { useBoardSession } from '../board/BoardSession.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { KeepSection } from './KeepSection.tsx'
import { useVersionName } from './useVersionName.ts'
import { VersionPreview } from './VersionPreview.tsx'

interface Props {
  /** The board is another one now, for everybody. */
  readonly onRestored: (version: Version, restored: Restored) => void
}

/** Earlier versions: a list with what each was kept for, one to look at, and one to put back. */
export function VersionsSection({ onRestored }: Props) {
  const { t } = useTranslation(['keep', 'problems'])
  const { room } = useBoardSession()
  const [list, setList] = useState<VersionList | null>(null)
  const [problem, setProblem] = useState<ProblemReason | null>(null)
  const [chosen, setChosen] = useState<Version | null>(null)
  const [name, setName] = useState('')
  const [kept, setKept] = useState(0)

  useEffect(() => {
    const asked = new AbortController()
    readVersions(room.id, asked.signal).then(
      (answer) => {
        setList(answer)
        setProblem(null)
      },
      (error: unknown) => {
        if (!asked.signal.aborted) setProblem(reasonOf(error))
      },
    )
    return () => asked.abort()
  }, [room.id, kept])

  const keep = (): void => {
    if (name.trim() === '') return
    nameVersion(room.id, name).then(
      () => {
        setName('')
        setKept((times) => times + 1)
      },
      (error: unknown) => setProblem(reasonOf(error)),
    )
  }

  return (
    <KeepSection title={t('versions.title')} icon={<History size={20} aria-hidden="true" />}>
      {problem === null ? null : (
        <Notice tone="negative" title={t(`problems:byReason.${problem}.title`)} announce>
          <p>{t(`problems:byReason.${problem}.text`)}</p>
        </Notice>
      )}
      {chosen !== null ? (
        <VersionPreview
          version={chosen}
          onBack={() => setChosen(null)}
          onRestored={(restored) => onRestored(chosen, restored)}
        />
      ) : (
        <>
          <p className="keep__intro">{t('versions.text')}</p>
          <ul className="versions">
            {(list?.versions ?? []).map((version) => (
              <VersionRow
                key={version.id}
                version={version}
                cardsNow={list?.cards ?? version.cards}
                onChoose={() => setChosen(version)}
              />
            ))}
          </ul>
          {list?.versions.length === 0 ? <p>{t('versions.none')}</p> : null}
          <TextField
            label={t('versions.name')}
            hint={t('versions.nameHint')}
            value={name}
            maxLength={VERSION_NAME_MAX_LENGTH}
            onChange={setName}
            onEnter={keep}
            end={<Button onClick={keep}>{t('versions.keep')}</Button>}
          />
        </>
      )}
    </KeepSection>
  )
}

function VersionRow({
  version,
  cardsNow,
  onChoose,
}: {
  readonly version: Version
  readonly cardsNow: number
  readonly onChoose: () => void
}) {
  const { t } = useTranslation('keep')
  const { moment, why } = useVersionName(version)
  const less = cardsNow - version.cards
  const difference = less === 0 ? 'same' : less > 0 ? 'fewer' : 'more'
  return (
    <li className="version">
      <span className="version__words">
        <strong>{moment}</strong>
        <span>{why}</span>
        <span className="version__cards">
          {t('versions.cards', { count: version.cards })}
          {' · '}
          {t(`versions.${difference}`, { count: Math.abs(less) })}
        </span>
      </span>
      <Button onClick={onChoose}>
        {t('versions.look')}
        <span className="visually-hidden">: {moment}</span>
      </Button>
    </li>
  )
}
