import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { useBoardSession } from '../BoardSession.ts'
import { useNotices } from './NoticesContext.ts'

/** Says why a board only shows: not all of what was stored of it can be read (reliability.md F30). Stays until it is closed. */
export function useDamage(): void {
  const { connection, isFacilitator } = useBoardSession()
  const notices = useNotices()
  const { t } = useTranslation('board')
  const isDamaged = useWatched(connection.damaged)
  useEffect(() => {
    if (!isDamaged) return
    const text = t(isFacilitator ? 'damaged.forFacilitator' : 'damaged.forOthers')
    notices.show({ tone: 'warning', text, acts: [], lasts: 'untilClosed' })
  }, [isDamaged, isFacilitator, notices, t])
}
