import { useTranslation } from 'react-i18next'
import type { TurnedBack } from '../sync/RoomOpening.ts'
import { Notice } from '../ui/Notice.tsx'

/** A journey was locked while this person filled in an action of it, or the board was made anew: said, with what she wrote and nobody has. */
export function TurnedBackNotice({ turnedBack }: { readonly turnedBack: TurnedBack }) {
  const { t } = useTranslation('lock')
  const { why, unsent } = turnedBack
  const key = why === 'epoch-changed' ? 'madeAnew' : 'turnedBack'
  return (
    <Notice tone="warning" title={unsent.length === 0 ? t(key) : t(`${key}Words`)} announce>
      {unsent.map(({ recordId, field, text }) => (
        <p key={`${recordId} ${field}`}>{text}</p>
      ))}
    </Notice>
  )
}
