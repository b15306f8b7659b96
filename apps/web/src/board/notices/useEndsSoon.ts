import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { RETENTION_LAST_WARN_DAYS, RETENTION_WARN_DAYS } from '@samenreis/model/api/retention'
import { useBoardSession } from '../BoardSession.ts'
import { useNotices } from './NoticesContext.ts'

/** Warns who leads, when she opens the board, that the session is erased within 14 days, and within a day (reliability.md F85). */
export function useEndsSoon(): void {
  const { room, isFacilitator } = useBoardSession()
  const notices = useNotices()
  const { t } = useTranslation('keep')
  const daysLeft = room.retention?.daysLeft
  useEffect(() => {
    if (!isFacilitator || daysLeft === undefined || daysLeft > RETENTION_WARN_DAYS) return
    const text = daysLeft <= RETENTION_LAST_WARN_DAYS ? t('until.noticeLast') : t('until.notice', { count: daysLeft })
    notices.show({ tone: 'warning', text, acts: [], lasts: 'untilClosed' })
  }, [isFacilitator, daysLeft, notices, t])
}
