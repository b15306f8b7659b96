import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TurnedBack } from '../../sync/RoomOpening.ts'
import type { NoticeBoard } from './NoticeBoard.ts'

/** Tells a person that a journey was locked while she changed it, or that the board was made anew, with what she wrote and nobody has. */
export function useTurnedBack(turnedBack: TurnedBack | null, notices: NoticeBoard): void {
  const { t } = useTranslation('lock')
  useEffect(() => {
    if (turnedBack === null) return
    const words = turnedBack.unsent.map(({ text }) => text).join('\n\n')
    const isAnew = turnedBack.why === 'epoch-changed'
    if (words === '') {
      const text = t(isAnew ? 'madeAnew' : 'turnedBack')
      notices.show({ tone: 'info', text, acts: [], lasts: isAnew ? 'untilClosed' : 'while' })
    } else {
      const copy = (): void => void navigator.clipboard.writeText(words).catch(() => undefined)
      notices.show({
        tone: 'warning',
        text: t(isAnew ? 'madeAnewWords' : 'turnedBackWords'),
        words,
        acts: [{ label: t('copy'), run: copy }],
        lasts: 'untilClosed',
      })
    }
  }, [turnedBack, notices, t])
}
