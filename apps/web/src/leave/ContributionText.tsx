import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contribution } from '@samenreis/model/api/erasure'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { readContribution } from '../api/erasure.ts'

const parts = ['cards', 'texts', 'votes'] as const satisfies readonly (keyof Contribution)[]

interface Props {
  readonly roomId: RoomId
  readonly participantId: ParticipantId
}

/** How much would go, in numbers, before it goes. */
export function ContributionText({ roomId, participantId }: Props) {
  const { t } = useTranslation('leave')
  const [counted, setCounted] = useState<Contribution | null>(null)
  useEffect(() => {
    let left = false
    readContribution(roomId, participantId).then(
      (contribution) => {
        if (!left) setCounted(contribution)
      },
      // The numbers help to decide; without them it can be decided as well.
      () => undefined,
    )
    return () => {
      left = true
    }
  }, [roomId, participantId])
  if (counted === null) return null
  return (
    <ul className="dialog__text">
      {parts
        .filter((part) => counted[part] > 0)
        .map((part) => (
          <li key={part}>{t(`count.${part}`, { count: counted[part] })}</li>
        ))}
    </ul>
  )
}
