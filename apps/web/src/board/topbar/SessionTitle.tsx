import { Pencil } from 'lucide-react'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ROOM_QUESTION_MAX_LENGTH, ROOM_TITLE_MAX_LENGTH } from '@samenreis/model/api/rooms'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface Props {
  readonly title: string
  readonly question: string
  /** null = this person may not change them. @throws when it was not stored */
  readonly onChange: ((change: { title: string; question: string }) => Promise<void>) | null
}

/** Name and question of the session; the facilitator changes both from here. */
export function SessionTitle({ title, question, onChange }: Props) {
  const { t } = useTranslation('board')
  const [open, setOpen] = useState(false)
  const words = (
    <>
      <span className="session-title__name">{title}</span>
      <span className="session-title__question">
        {question === '' && onChange !== null ? t('title.addQuestion') : question}
      </span>
    </>
  )
  if (onChange === null) return <h1 className="session-title">{words}</h1>
  return (
    <>
      <h1 className="session-title session-title--mine">
        <button type="button" className="session-title__button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          <span className="session-title__words">{words}</span>
          <Pencil size={16} aria-hidden="true" />
          <span className="visually-hidden">{t('title.edit')}</span>
        </button>
      </h1>
      <Dialog title={t('title.edit')} isOpen={open} onClose={() => setOpen(false)} size="small">
        <TitleForm title={title} question={question} onChange={onChange} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

interface FormProps {
  readonly title: string
  readonly question: string
  readonly onChange: (change: { title: string; question: string }) => Promise<void>
  readonly onDone: () => void
}

function TitleForm({ title, question, onChange, onDone }: FormProps) {
  const { t } = useTranslation(['board', 'common'])
  const [name, setName] = useState(title)
  const [asked, setAsked] = useState(question)
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '' || busy) return
    setBusy(true)
    setFailed(false)
    onChange({ title: name.trim(), question: asked.trim() }).then(onDone, () => {
      setBusy(false)
      setFailed(true)
    })
  }
  return (
    <form className="title-form" onSubmit={submit}>
      <TextField
        label={t('board:title.title')}
        value={name}
        onChange={setName}
        maxLength={ROOM_TITLE_MAX_LENGTH}
        required
      />
      <TextField
        label={t('board:title.question')}
        value={asked}
        onChange={setAsked}
        maxLength={ROOM_QUESTION_MAX_LENGTH}
      />
      {failed ? (
        <Notice tone="negative" announce>
          <p>{t('board:title.failed')}</p>
        </Notice>
      ) : null}
      <div className="title-form__acts">
        <Button purpose="primary" type="submit" busy={busy}>
          {t('common:save')}
        </Button>
        <Button onClick={onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  )
}
