import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomConnection } from '../../sync/RoomConnection.ts'
import { ownDevice, sayOwnDevice } from '../../sync/device/deviceConsent.ts'
import { useWatched } from '../../sync/useRoomConnection.ts'
import type { BoardSession } from '../BoardSession.ts'
import type { NoticeBoard } from './NoticeBoard.ts'

/**
 * Asks once whether this is a device of her own, where the facilitator allows copies and there is something to ask it for: she has
 * changed something, and so may lose something. Keeps a copy of what is not stored from a yes on, and takes it away at a no.
 */
export function useDeviceCopies(connection: RoomConnection, session: BoardSession, notices: NoticeBoard): void {
  const { t } = useTranslation('keep')
  const { room, mayEdit } = session
  const answer = useWatched(ownDevice(room.id))
  const isAllowed = room.localCopies === true && mayEdit
  const hasWorked = useWatched(connection.unsentCount) > 0
  useEffect(() => {
    connection.keepOnDevice(isAllowed && answer === 'yes')
  }, [connection, isAllowed, answer])
  const copy = useWatched(connection.copy)
  useEffect(() => {
    // Full, in private mode, or switched off: the work itself goes on, and she knows what to count on (reliability.md F93).
    if (copy === 'failed') notices.show({ tone: 'warning', text: t('ownDevice.failed'), acts: [], lasts: 'while' })
  }, [copy, notices, t])
  useEffect(() => {
    if (!isAllowed || answer !== null || !hasWorked) return
    notices.show({
      tone: 'info',
      text: t('ownDevice.question'),
      acts: [
        { label: t('ownDevice.yes'), run: () => sayOwnDevice(room.id, 'yes') },
        { label: t('ownDevice.no'), run: () => sayOwnDevice(room.id, 'no') },
      ],
      lasts: 'untilClosed',
      closed: () => sayOwnDevice(room.id, 'no'),
    })
  }, [isAllowed, answer, hasWorked, notices, room.id, t])
}
