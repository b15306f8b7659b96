import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { SharedTextOptions } from '../../sync/SharedText.ts'
import type { NoticeBoard } from './NoticeBoard.ts'

/** Tells calmly that a text field is full, and how much of a pasted text did not fit; that part stays on the clipboard. */
export function useTextLimit(notices: NoticeBoard): NonNullable<SharedTextOptions['onLimit']> {
  const { t } = useTranslation('board')
  return useCallback(
    (what) => {
      const text = what.kind === 'typed' ? t('full.typed') : t('full.pasted', { count: what.leftOut })
      notices.show({ tone: 'info', text, acts: [], lasts: 'while' })
    },
    [notices, t],
  )
}
