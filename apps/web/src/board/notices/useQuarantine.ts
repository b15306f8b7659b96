import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useWatched } from '../../sync/useRoomConnection.ts'
import type { StoreBinding } from '../../sync/StoreBinding.ts'
import { useBoardSession } from '../BoardSession.ts'
import { useNotices } from './NoticesContext.ts'

/** Tells the facilitator of records that are set aside, and whoever made it of a change that the board could not hold. */
export function useQuarantine(binding: StoreBinding): void {
  const { connection, isFacilitator } = useBoardSession()
  const notices = useNotices()
  const { t } = useTranslation('board')
  const here = useWatched(binding.quarantined)
  const there = useWatched(connection.quarantinedIds)
  const refused = useWatched(binding.refused)
  const count = new Set([...here.map(({ id }) => id), ...there]).size
  useEffect(() => {
    if (!isFacilitator || count === 0) return
    notices.show({ tone: 'warning', text: t('quarantined', { count }), acts: [], lasts: 'untilClosed' })
  }, [isFacilitator, count, notices, t])
  useEffect(() => {
    if (refused.length === 0) return
    notices.show({ tone: 'warning', text: t('takenBack'), acts: [], lasts: 'while' })
  }, [refused, notices, t])
}
