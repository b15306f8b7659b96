import { UserX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Participant } from '@samenreis/model/api/participant'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { eraseContribution } from '../api/erasure.ts'
import { ContributionText } from '../leave/ContributionText.tsx'
import { SureDialog } from '../leave/SureDialog.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { KeepSection } from './KeepSection.tsx'

interface Props {
  readonly roomId: RoomId
  readonly people: readonly Participant[]
}

/** Taking away what one person brought in, for who leads; oneself is in the list of who is there. */
export function ErasePeople({ roomId, people }: Props) {
  const { t } = useTranslation('keep')
  const [asked, setAsked] = useState<Participant | null>(null)
  const close = (): void => setAsked(null)
  return (
    <KeepSection title={t('people.title')} icon={<UserX size={22} aria-hidden />}>
      <p className="keep__text">{people.length === 0 ? t('people.none') : t('people.text')}</p>
      <ul className="keep-people">
        {people.map((person) => (
          <li key={person.id} className="keep-people__one">
            <Avatar avatar={person.avatar} size={36} />
            <span className="keep-people__name">{person.name}</span>
            <Button purpose="secondary" onClick={() => setAsked(person)}>
              {t('people.act')}
              <span className="visually-hidden">: {person.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {asked === null ? null : (
        <SureDialog
          title={t('people.sureTitle', { name: asked.name })}
          sure={t('people.sure')}
          isOpen
          onClose={close}
          onSure={async () => {
            await eraseContribution(roomId, asked.id)
            close()
          }}
        >
          <p className="dialog__text">{t('people.sureText')}</p>
          <ContributionText roomId={roomId} participantId={asked.id} />
        </SureDialog>
      )}
    </KeepSection>
  )
}
