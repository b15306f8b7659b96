import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoomAccess } from '../app/RoomAccess.ts'
import { SaveAnnouncer } from '../board/topbar/SaveAnnouncer.tsx'
import { saveNoticeOf } from '../board/topbar/saveNotice.ts'
import { roomPath } from '../share/roomLink.ts'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { useWatched } from '../sync/useRoomConnection.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { WordmarkSign } from '../ui/Wordmark.tsx'

/** Which session, and whether what is filled in is stored. */
export function ActionsBar({ connection }: { readonly connection: RoomConnection }) {
  const { t } = useTranslation(['common', 'board'])
  const { room } = useRoomAccess()
  const state = useWatched(connection.state)
  const notice = saveNoticeOf(state)
  return (
    <header className="actions__bar">
      <span className="actions__sign">
        <WordmarkSign />
      </span>
      <p className="actions__session">
        <strong>{room.title}</strong>
        {room.question === '' ? null : <span>{room.question}</span>}
      </p>
      <p className={`actions__saved actions__saved--${notice.tone}`}>{t(`board:saved.${notice.key}`)}</p>
      <SaveAnnouncer state={state} />
      <LinkButton to={roomPath(room.id)} purpose="secondary" icon={<ArrowLeft aria-hidden />}>
        {t('common:toBoard')}
      </LinkButton>
    </header>
  )
}
