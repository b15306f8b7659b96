import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Aftermath } from '../../sync/RoomOpening.ts'
import type { NoticeBoard } from './NoticeBoard.ts'

/** Tells honestly, after a crash or a reload, what became of the work that was not stored then (F94). */
export function useAftermath(aftermath: Aftermath | null, notices: NoticeBoard): void {
  const { t, i18n } = useTranslation('keep')
  useEffect(() => {
    if (aftermath === null) return
    const { kind, count, since } = aftermath
    const time = new Date(since).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit' })
    notices.show({
      tone: kind === 'gone' ? 'warning' : 'info',
      text: t(`aftermath.${kind}`, { count, time }),
      acts: [],
      lasts: 'untilClosed',
    })
  }, [aftermath, notices, t, i18n.language])
}
