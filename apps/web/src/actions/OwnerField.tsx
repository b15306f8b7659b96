import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '@samenreis/model/api/participant'
import { voteGroupOfRole } from '@samenreis/model/records/enumerations'
import { shapeKinds } from '@samenreis/model/records/recordKinds'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { useWatched } from '../sync/useRoomConnection.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { SharedTextField } from '../ui/SharedTextField.tsx'
import { fillIn, type FillableRecord } from './actionFields.ts'
import { ClientOwnerDialog } from './ClientOwnerDialog.tsx'
import { possibleOwners, participantNamed } from './owners.ts'

interface Props {
  readonly connection: RoomConnection
  readonly record: FillableRecord
}

/** One person or function; people of the session as buttons. A resident is asked about first (actions.md D5.11). */
export function OwnerField({ connection, record }: Props) {
  const { t } = useTranslation(['actions', 'kinds'])
  const id = useId()
  const roster = useWatched(connection.roster)
  const [asking, setAsking] = useState<Participant | null>(null)
  const { board } = connection
  const field = useRef<HTMLInputElement | HTMLTextAreaElement>(null)
  // The form was opened to fill this in: the keyboard goes on here.
  useEffect(() => field.current?.focus(), [])

  const take = (owner: Participant): void =>
    fillIn(board, record.id, { owner: owner.name, ownerParticipantId: owner.id })
  const choose = (owner: Participant): void => {
    if (voteGroupOfRole[owner.role] === 'client') setAsking(owner)
    else take(owner)
  }
  /** What was typed may be somebody of this session. */
  const recognise = (): void => {
    const named = participantNamed(roster, record.owner)
    if (named === null || named.id === record.ownerParticipantId) return
    choose(named)
  }

  return (
    <div className="action-field">
      <label htmlFor={id} className="field-label">
        {t('who')}
      </label>
      <p id={`${id}-hint`} className="action-field__hint">
        {t('form.ownerHint')}
      </p>
      <SharedTextField
        id={id}
        className="text-field__input"
        ref={field}
        aria-describedby={`${id}-hint`}
        value={record.owner}
        maxLength={shapeKinds[record.type].texts.owner}
        onChange={(owner) => fillIn(board, record.id, { owner, ownerParticipantId: null })}
        onBlur={recognise}
      />
      <div className="action-field__chips">
        {possibleOwners(roster).map((each) => (
          <button
            key={each.id}
            type="button"
            className="suggestion"
            aria-pressed={each.id === record.ownerParticipantId}
            onClick={() => choose(each)}
          >
            <Avatar avatar={each.avatar} size={24} />
            {each.name}
            <span className="suggestion__role">{t(`kinds:role.${each.role}`)}</span>
          </button>
        ))}
      </div>
      <ClientOwnerDialog
        client={asking}
        onYes={(client) => {
          take(client)
          setAsking(null)
        }}
        onNo={(client) => {
          if (participantNamed(roster, record.owner)?.id === client.id) {
            fillIn(board, record.id, { owner: '', ownerParticipantId: null })
          }
          setAsking(null)
        }}
      />
    </div>
  )
}
