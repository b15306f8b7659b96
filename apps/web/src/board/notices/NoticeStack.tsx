import './notices.css'
import { Info, TriangleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { NOTICE_STAYS_MS, type BoardNotice } from './NoticeBoard.ts'
import { useNotices } from './NoticesContext.ts'

/** The lines above the tools. Read out politely when they come; they take no focus. */
export function NoticeStack() {
  const board = useNotices()
  const notices = useWatched(board.notices)
  return (
    <output className="notices">
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} onClose={() => board.close(notice.id)} />
      ))}
    </output>
  )
}

function NoticeLine({ notice, onClose }: { readonly notice: BoardNotice; readonly onClose: () => void }) {
  const { t } = useTranslation('common')
  // A line under the hand or in focus does not go away.
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (notice.lasts !== 'while' || held) return undefined
    const timer = setTimeout(onClose, NOTICE_STAYS_MS)
    return () => clearTimeout(timer)
  }, [notice, held, onClose])
  const Icon = notice.tone === 'warning' ? TriangleAlert : Info
  return (
    <div
      className="board-notice"
      data-tone={notice.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={20} aria-hidden="true" />
      <div className="board-notice__text">
        <p>{notice.text}</p>
        {notice.words === undefined ? null : <blockquote>{notice.words}</blockquote>}
      </div>
      {notice.acts.map(({ label, run }) => (
        <button
          key={label}
          type="button"
          className="board-notice__act"
          onClick={() => {
            onClose()
            run()
          }}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        className="round-button round-button--quiet"
        aria-label={t('close')}
        onClick={() => {
          onClose()
          notice.closed?.()
        }}
      >
        <X size={18} aria-hidden="true" />
      </button>
    </div>
  )
}
