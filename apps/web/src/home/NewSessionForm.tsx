import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { NAME_MAX_LENGTH } from '@samenreis/model/api/participant'
import { Language, ROOM_QUESTION_MAX_LENGTH, ROOM_TITLE_MAX_LENGTH, type Start } from '@samenreis/model/api/rooms'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { createRoom } from '../api/rooms.ts'
import { mySessionsHere } from '../share/mySessionsHere.ts'
import { roomPath } from '../share/roomLink.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { StartChoice } from './StartChoice.tsx'

/** Makes a session and goes there. A demo brings a name and a question along, as long as she typed none herself. */
export function NewSessionForm() {
  const { t, i18n } = useTranslation(['home', 'common', 'problems'])
  const navigate = useNavigate()
  const [start, setStart] = useState<Start>('empty')
  const [typedTitle, setTitle] = useState<string | null>(null)
  const [typedQuestion, setQuestion] = useState<string | null>(null)
  const [ownName, setOwnName] = useState('')
  const [chosenLanguage, setLanguage] = useState<Language | null>(null)
  const [titleMissing, setTitleMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemReason | null>(null)

  const title = typedTitle ?? (start === 'empty' ? '' : t(`start.${start}.title`))
  const question = typedQuestion ?? (start === 'empty' ? '' : t(`start.${start}.question`))
  // The demo journeys are in Dutch; the interface around them may be in either language.
  const language = chosenLanguage ?? Language.catch('nl').parse(i18n.language)

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (busy) return
    if (title.trim() === '') {
      setTitleMissing(true)
      document.getElementsByName('session-title')[0]?.focus()
      return
    }
    setBusy(true)
    setProblem(null)
    createRoom({ title: title.trim(), question: question.trim(), language, start }).then(
      ({ room, links }) => {
        mySessionsHere.remember({ room, links, madeAt: room.createdAt })
        void navigate(roomPath(room.id, links.facilitator), { state: { made: { name: ownName.trim() } } })
      },
      (error: unknown) => {
        setBusy(false)
        setProblem(reasonOf(error))
      },
    )
  }

  return (
    <form className="new-session" onSubmit={submit} noValidate>
      <StartChoice value={start} onChange={setStart} />
      <TextField
        label={t('create.name')}
        name="session-title"
        value={title}
        required
        maxLength={ROOM_TITLE_MAX_LENGTH}
        problem={titleMissing && title.trim() === '' ? t('create.nameMissing') : undefined}
        onChange={setTitle}
      />
      <TextField
        label={t('create.question')}
        hint={t('create.questionHint')}
        value={question}
        maxLength={ROOM_QUESTION_MAX_LENGTH}
        onChange={setQuestion}
      />
      <div className="new-session__pair">
        <TextField
          label={t('create.own')}
          hint={t('create.ownHint')}
          value={ownName}
          maxLength={NAME_MAX_LENGTH}
          autoComplete="given-name"
          onChange={setOwnName}
        />
        <ChoiceChips
          label={t('create.language')}
          value={language}
          onChange={setLanguage}
          choices={Language.options.map((value) => ({ value, label: t(`common:languageName.${value}`) }))}
        />
      </div>
      {problem === null ? null : (
        <Notice tone="negative" title={t(`problems:byReason.${problem}.title`)} announce>
          <p>{t(`problems:byReason.${problem}.text`)}</p>
        </Notice>
      )}
      <div className="new-session__go">
        <Button type="submit" purpose="primary" busy={busy}>
          {busy ? t('create.busy') : t('create.go')}
        </Button>
      </div>
    </form>
  )
}
