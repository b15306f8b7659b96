import { useReducer } from 'react'
import { useTranslation } from 'react-i18next'
import { guestAvatars, NAME_MAX_LENGTH } from '@samenreis/model/api/participant'
import type { RoomView } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { reasonOf } from '../api/ProblemError.ts'
import { openSession } from '../api/rooms.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { JoinFrame } from './JoinFrame.tsx'
import { atTheDoor, nextJoin, participantRoles, sessionOf, type ParticipantRole } from './joinSteps.ts'
import { PicturePicker } from './PicturePicker.tsx'
import { RoleList } from './RoleList.tsx'

interface Props {
  /** Name of the session that one joins. */
  readonly session: string
  readonly roomId: RoomId
  readonly secret: string
  readonly onJoined: (view: RoomView) => void
}

/** Picture, name, role: three taps and one is in (facilitation.md, minute 0:00). */
export function JoinSteps({ session, roomId, secret, onJoined }: Props) {
  const { t } = useTranslation(['join', 'common', 'problems'])
  const [state, send] = useReducer(nextJoin, atTheDoor)

  const enter = (role: ParticipantRole): void => {
    if (state.step === 'entering') return
    send({ kind: 'role', role })
    openSession(roomId, sessionOf({ ...state, role }, secret)).then(
      ({ participant, room, right }) => onJoined({ room, me: participant, right }),
      (error: unknown) => send({ kind: 'failed', reason: reasonOf(error) }),
    )
  }

  switch (state.step) {
    case 'picture':
      return (
        <JoinFrame
          session={session}
          number={1}
          title={t('picture.title')}
          text={t('picture.text')}
          choices={guestAvatars.map((avatar) => t(`common:avatar.${avatar}`))}
        >
          <PicturePicker chosen={state.avatar} onChoose={(avatar) => send({ kind: 'picture', avatar })} />
        </JoinFrame>
      )
    case 'name':
      return (
        <JoinFrame
          session={session}
          number={2}
          title={t('name.title')}
          text={t('name.text')}
          choices={[t('name.hint')]}
          onBack={() => send({ kind: 'back' })}
        >
          <form
            className="join__form"
            onSubmit={(event) => {
              event.preventDefault()
              send({ kind: 'named' })
            }}
          >
            <div className="join__name">
              {state.avatar === null ? null : <Avatar avatar={state.avatar} size={72} />}
              <TextField
                large
                label={t('name.label')}
                hint={t('name.hint')}
                value={state.name}
                maxLength={NAME_MAX_LENGTH}
                autoComplete="given-name"
                onChange={(name) => send({ kind: 'typed', name })}
              />
            </div>
            {state.name.trim() === '' ? (
              <button type="button" className="join__go join__go--second" onClick={() => send({ kind: 'skipped' })}>
                {t('name.skip')}
              </button>
            ) : (
              <button type="submit" className="join__go">
                {t('name.next')}
              </button>
            )}
          </form>
        </JoinFrame>
      )
    case 'role':
    case 'entering':
      return (
        <JoinFrame
          session={session}
          number={3}
          title={t('role.title')}
          text={t('role.text')}
          choices={participantRoles.map((role) => `${t(`common:role.${role}`)}. ${t(`roleText.${role}`)}.`)}
          {...(state.step === 'role' ? { onBack: () => send({ kind: 'back' }) } : {})}
        >
          {state.step === 'role' && state.problem !== null ? (
            <Notice tone="negative" title={t(`problems:byReason.${state.problem}.title`)} announce>
              <p>{t(`problems:byReason.${state.problem}.text`)}</p>
            </Notice>
          ) : null}
          <RoleList chosen={state.role} busy={state.step === 'entering'} onChoose={enter} />
          <output className="visually-hidden">{state.step === 'entering' ? t('entering') : ''}</output>
        </JoinFrame>
      )
  }
}
