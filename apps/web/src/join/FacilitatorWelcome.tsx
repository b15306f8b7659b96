import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NAME_MAX_LENGTH } from '@samenreis/model/api/participant'
import type { RoomView } from '@samenreis/model/api/rooms'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { openSession } from '../api/rooms.ts'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { JoinFrame } from './JoinFrame.tsx'
import { PicturePicker } from './PicturePicker.tsx'

interface Props {
  readonly secret: string
  /** She is in already, under an invented name and with some picture. */
  readonly view: RoomView
  readonly onJoined: (view: RoomView) => void
}

/** A facilitator on a new device: name and picture, both optional. */
export function FacilitatorWelcome({ secret, view, onJoined }: Props) {
  const { t } = useTranslation(['join', 'problems'])
  const [name, setName] = useState('')
  const [avatar, setAvatar] = useState(view.me.avatar)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemReason | null>(null)

  const go = (): void => {
    if (busy) return
    const given = name.trim()
    if (given === '' && avatar === view.me.avatar) {
      onJoined(view)
      return
    }
    setBusy(true)
    openSession(view.room.id, { secret, avatar, ...(given === '' ? {} : { name: given }) }).then(
      ({ participant, room, right }) => onJoined({ room, me: participant, right }),
      (error: unknown) => {
        setBusy(false)
        setProblem(reasonOf(error))
      },
    )
  }

  return (
    <JoinFrame session={view.room.title} title={t('facilitator.title')} text={t('facilitator.text')} choices={[]}>
      <form
        className="join__form"
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
      >
        {problem === null ? null : (
          <Notice tone="negative" title={t(`problems:byReason.${problem}.title`)} announce>
            <p>{t(`problems:byReason.${problem}.text`)}</p>
          </Notice>
        )}
        <TextField
          large
          label={t('name.label')}
          value={name}
          maxLength={NAME_MAX_LENGTH}
          autoComplete="given-name"
          placeholder={view.me.name}
          onChange={setName}
        />
        <fieldset className="join__pictures">
          <legend className="field-label">{t('facilitator.pictures')}</legend>
          <PicturePicker chosen={avatar} onChoose={setAvatar} size={56} />
        </fieldset>
        <button type="submit" className="join__go" aria-disabled={busy}>
          {t('facilitator.go')}
        </button>
      </form>
    </JoinFrame>
  )
}
