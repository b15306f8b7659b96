import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useWatched } from '../../sync/useRoomConnection.ts'
import type { BoardSession } from '../BoardSession.ts'
import type { NoticeBoard } from './NoticeBoard.ts'

/**
 * Tells who leads that the board is getting full, or is, and what to do (reliability.md F56). It goes when there is room again.
 * @param openVersions shows the earlier versions; the same function at each call
 */
export function useFullness(
  { connection, isFacilitator }: BoardSession,
  notices: NoticeBoard,
  openVersions: () => void,
): void {
  const { t } = useTranslation('board')
  const fullness = useWatched(connection.fullness)
  useEffect(() => {
    if (!isFacilitator || fullness === null) return undefined
    const { percent, by } = fullness
    const isFull = percent >= 100
    const said = isFull ? t('fullness.full') : t('fullness.nearly', { percent })
    const advice =
      by === 'history' ? t('fullness.history') : t(isFull ? 'fullness.cards.full' : 'fullness.cards.nearly')
    const acts = by === 'history' ? [{ label: t('fullness.versions'), run: openVersions }] : []
    const id = notices.show({ tone: 'warning', text: `${said} ${advice}`, acts, lasts: 'untilClosed' })
    return () => notices.close(id)
  }, [fullness, isFacilitator, notices, openVersions, t])
}
