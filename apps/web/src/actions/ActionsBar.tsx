import { ArrowLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useRoomAccess } from '../app/RoomAccess.ts'
import { SaveAnnouncer } from '../board/topbar/SaveAnnouncer.tsx'
import { saveNoticeOf } from '../board/topbar/saveNotice.ts'
import { useSaveWord } from '../board/topbar/useSaveWord.ts'
import { roomPath } from '../share/roomLink.ts'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { useWatched } from '../sync/useRoomConnection.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { WordmarkSign } from '../ui/Wordmark.tsx'

/** Which session, and whether what is filled in is stored. */
export function ActionsBar({ connection }: { readonly connection: RoomConnection }) {
  const { t } = useTranslation('common')
  const { room } = useRoomAccess()
  const state = useWatched(connection.state)
  const notice = saveNoticeOf(state)
  const word = useSaveWord(notice)
  return (
    <header className="actions__bar">
      <span className="actions__sign">
        <WordmarkSign />
      </span>
      <p className="actions__session">
        <strong>{room.title}</strong>
        {room.question === '' ? null : <span>{room.question}</span>}
      </p>
      <p className={`actions__saved actions__saved--${notice.tone}`}>{word}</p>
      <SaveAnnouncer state={state} />
      <LinkButton to={roomPath(room.id)} purpose="secondary" icon={<ArrowLeft aria-hidden />}>
        {t('toBoard')}
      </LinkButton>
    </header>
  )
}
