import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { useBoardSession } from '../BoardSession.ts'
import { useNotices } from './NoticesContext.ts'

/** Tells who leads that the board is getting full, or is, and what to do (reliability.md F56). It goes when there is room again. */
export function useFullness(): void {
  const { connection, isFacilitator } = useBoardSession()
  const notices = useNotices()
  const { t } = useTranslation('board')
  const percent = useWatched(connection.fullness)
  useEffect(() => {
    if (!isFacilitator || percent === null) return undefined
    const text = percent < 100 ? t('fullness.nearly', { percent }) : t('fullness.full')
    const id = notices.show({ tone: 'warning', text, acts: [], lasts: 'untilClosed' })
    return () => notices.close(id)
  }, [percent, isFacilitator, notices, t])
}
