import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TurnedBack } from '../../sync/RoomOpening.ts'
import type { NoticeBoard } from './NoticeBoard.ts'

/** Tells a person that what she did last did not come onto the board, and why, with what she wrote and nobody has. */
export function useTurnedBack(turnedBack: TurnedBack | null, notices: NoticeBoard): void {
  const { t } = useTranslation('lock')
  useEffect(() => {
    if (turnedBack === null) return
    const words = turnedBack.unsent.map(({ text }) => text).join('\n\n')
    const { why } = turnedBack
    if (words === '') {
      const text = t(`turnedBack.${why}`)
      notices.show({
        tone: 'info',
        text,
        acts: [],
        lasts: why === 'epoch-changed' || why === 'forbidden' ? 'untilClosed' : 'while',
      })
    } else {
      const copy = (): void => void navigator.clipboard.writeText(words).catch(() => undefined)
      notices.show({
        tone: 'warning',
        text: t(`turnedBackWords.${why}`),
        words,
        acts: [{ label: t('copy'), run: copy }],
        lasts: 'untilClosed',
      })
    }
  }, [turnedBack, notices, t])
}
