import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { RETENTION_DEFAULT_DAYS } from '@samenreis/model/api/retention'
import { NAME_MAX_LENGTH } from '@samenreis/model/api/participant'
import { Language, ROOM_QUESTION_MAX_LENGTH, ROOM_TITLE_MAX_LENGTH } from '@samenreis/model/api/rooms'
import { Context } from '@samenreis/model/records/enumerations'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { createRoom } from '../api/rooms.ts'
import { holdLink } from '../link/heldLink.ts'
import { mySessionsHere } from '../share/mySessionsHere.ts'
import { roomPath } from '../share/roomLink.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { KindChoice } from './KindChoice.tsx'
import { QuestionHelp } from './QuestionHelp.tsx'
import { isDemoKind, startOf, USUAL_KIND, type SessionKind } from './SessionKind.ts'

/** Makes a session and goes there. A demo brings a name and a question along, as long as she typed none herself. */
export function NewSessionForm() {
  const { t, i18n } = useTranslation(['home', 'start', 'common', 'problems'])
  const navigate = useNavigate()
  const [kind, setKind] = useState<SessionKind>(USUAL_KIND)
  const [context, setContext] = useState<Context>('service')
  const [typedTitle, setTitle] = useState<string | null>(null)
  const [typedQuestion, setQuestion] = useState<string | null>(null)
  const [ownName, setOwnName] = useState('')
  const [chosenLanguage, setLanguage] = useState<Language | null>(null)
  const [titleMissing, setTitleMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemReason | null>(null)

  const title = typedTitle ?? (isDemoKind(kind) ? t(`start:demo.${kind}.title`) : '')
  const question = typedQuestion ?? (isDemoKind(kind) ? t(`start:demo.${kind}.question`) : '')
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
    createRoom({ title: title.trim(), question: question.trim(), language, ...startOf(kind, context) }).then(
      ({ room, links }) => {
        mySessionsHere.remember({ room, links, madeAt: room.createdAt })
        holdLink(room.id, links.facilitator)
        void navigate(roomPath(room.id), { state: { made: { name: ownName.trim() } } })
      },
      (error: unknown) => {
        setBusy(false)
        setProblem(reasonOf(error))
      },
    )
  }

  return (
    <form className="new-session" onSubmit={submit} noValidate>
      <KindChoice value={kind} onChange={setKind} />
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
      {isDemoKind(kind) ? null : <QuestionHelp context={context} onChoose={setQuestion} />}
      <details className="new-session__more">
        <summary>{t('start:more')}</summary>
        <div className="new-session__wishes">
          {isDemoKind(kind) ? null : (
            <ChoiceChips
              label={t('start:context')}
              value={context}
              onChange={setContext}
              choices={Context.options.map((value) => ({ value, label: t(`start:contexts.${value}`) }))}
            />
          )}
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
        </div>
      </details>
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
      <p className="new-session__kept">{t('start:kept', { days: RETENTION_DEFAULT_DAYS })}</p>
    </form>
  )
}
