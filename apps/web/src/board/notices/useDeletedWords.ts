import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeletedWhileTyping } from '../../sync/DeletedWhileTyping.ts'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { useNotices } from './NoticesContext.ts'

/** Tells a person whose card was taken away while she typed in it, shows her words, and offers to put them back (F14). */
export function useDeletedWords(deleted: DeletedWhileTyping): void {
  const notices = useNotices()
  const { t } = useTranslation('board')
  const lost = useWatched(deleted.notices)
  useEffect(() => {
    for (const notice of lost) {
      const words = notice.texts.map(({ text }) => text).join('\n')
      // Nothing was typed yet: there is nothing to lose.
      if (words !== '') {
        notices.show({
          tone: 'warning',
          text: t('lostCard'),
          words,
          lasts: 'untilClosed',
          acts: [
            { label: t('putBack'), run: () => deleted.putBack(notice) },
            { label: t('copyText'), run: () => void navigator.clipboard.writeText(words).catch(() => undefined) },
          ],
        })
      }
    }
  }, [lost, deleted, notices, t])
}
