import './actions.css'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingBones } from '../app/LoadingBones.tsx'
import { useRoomAccess } from '../app/RoomAccess.ts'
import { useRoomNews } from '../app/useRoomNews.ts'
import { useRoomConnection, useWatched } from '../sync/useRoomConnection.ts'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import type { TurnedBack } from '../sync/RoomOpening.ts'
import { SkipToContent } from '../ui/SkipToContent.tsx'
import { ActionsBar } from './ActionsBar.tsx'
import { ActionsList } from './ActionsList.tsx'
import { TurnedBackNotice } from './TurnedBackNotice.tsx'

/** The list of improvement actions, live: what it says comes from the board, what is filled in goes to the board. */
export function ActionsPage() {
  const { t } = useTranslation('actions')
  const { room } = useRoomAccess()
  const { connection, reopen, turnedBack } = useRoomConnection(room.id)
  useEffect(() => {
    document.title = `${t('title')} - ${room.title}`
  }, [t, room.title])
  if (connection === null) return <LoadingBones />
  return <ActionsScreen connection={connection} onReopen={reopen} turnedBack={turnedBack} />
}

function ActionsScreen({
  connection,
  onReopen,
  turnedBack,
}: {
  readonly connection: RoomConnection
  readonly onReopen: () => void
  readonly turnedBack: TurnedBack | null
}) {
  useRoomNews(connection)
  const ready = useWatched(connection.ready)
  const ended = useWatched(connection.state).kind
  if (!ready && ended !== 'refused' && ended !== 'reset') return <LoadingBones />
  return (
    <div className="actions">
      <SkipToContent />
      <ActionsBar connection={connection} />
      {turnedBack === null ? null : <TurnedBackNotice turnedBack={turnedBack} />}
      <ActionsList connection={connection} onReopen={onReopen} />
    </div>
  )
}
