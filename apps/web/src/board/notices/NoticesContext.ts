import { createContext, useContext } from 'react'
import type { NoticeBoard } from './NoticeBoard.ts'

export const NoticesContext = createContext<NoticeBoard | null>(null)

/** @throws when used outside the board. */
export function useNotices(): NoticeBoard {
  const notices = useContext(NoticesContext)
  if (notices === null) throw new Error('useNotices outside the board')
  return notices
}
