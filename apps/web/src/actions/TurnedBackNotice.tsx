import { useTranslation } from 'react-i18next'
import type { TurnedBack } from '../sync/RoomOpening.ts'
import { Notice } from '../ui/Notice.tsx'

/** What this person did in an action did not come onto the board: said, with what she wrote and nobody has. */
export function TurnedBackNotice({ turnedBack }: { readonly turnedBack: TurnedBack }) {
  const { t } = useTranslation('lock')
  const { why, unsent } = turnedBack
  return (
    <Notice tone="warning" title={t(unsent.length === 0 ? `turnedBack.${why}` : `turnedBackWords.${why}`)} announce>
      {unsent.map(({ recordId, field, text }) => (
        <p key={`${recordId} ${field}`}>{text}</p>
      ))}
    </Notice>
  )
}
