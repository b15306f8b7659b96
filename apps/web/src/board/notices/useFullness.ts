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
  const fullness = useWatched(connection.fullness)
  useEffect(() => {
    if (!isFacilitator || fullness === null) return undefined
    const { percent, by } = fullness
    const isFull = percent >= 100
    const said = isFull ? t('fullness.full') : t('fullness.nearly', { percent })
    const advice =
      by === 'history' ? t('fullness.history') : t(isFull ? 'fullness.cards.full' : 'fullness.cards.nearly')
    const text = `${said} ${advice}`
    const id = notices.show({ tone: 'warning', text, acts: [], lasts: 'untilClosed' })
    return () => notices.close(id)
  }, [fullness, isFacilitator, notices, t])
}
