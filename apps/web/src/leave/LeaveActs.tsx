import './leave.css'
import { Eraser, LogOut } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { eraseContribution, leaveSession } from '../api/erasure.ts'
import { Button } from '../ui/Button.tsx'
import { ContributionText } from './ContributionText.tsx'
import { leaveDevice } from './leaveDevice.ts'
import { SureDialog } from './SureDialog.tsx'

interface Props {
  readonly roomId: RoomId
  readonly me: ParticipantId
  /** Whether work of this person is not stored yet. */
  readonly hasUnsaved: () => boolean
}

/** The two ways out for who takes part: leaving this device clean, and taking everything of oneself off the board. */
export function LeaveActs({ roomId, me, hasUnsaved }: Props) {
  const { t } = useTranslation('leave')
  const [asked, setAsked] = useState<'leave' | 'erase' | null>(null)
  const close = (): void => setAsked(null)
  return (
    <div className="leave-acts">
      <Button purpose="secondary" icon={<LogOut size={20} aria-hidden />} onClick={() => setAsked('leave')}>
        {t('leave.act')}
      </Button>
      <Button purpose="subtle" icon={<Eraser size={20} aria-hidden />} onClick={() => setAsked('erase')}>
        {t('erase.act')}
      </Button>
      <SureDialog
        title={t('leave.title')}
        sure={t('leave.sure')}
        isOpen={asked === 'leave'}
        onClose={close}
        onSure={async () => {
          await leaveSession(roomId)
          await leaveDevice(roomId, 'left')
        }}
      >
        <p className="dialog__text">{t('leave.text')}</p>
        {hasUnsaved() ? <p className="dialog__text">{t('leave.unsaved')}</p> : null}
      </SureDialog>
      <SureDialog
        title={t('erase.title')}
        sure={t('erase.sure')}
        isOpen={asked === 'erase'}
        onClose={close}
        onSure={async () => {
          await eraseContribution(roomId, me)
          await leaveDevice(roomId, 'erased')
        }}
      >
        <p className="dialog__text">{t('erase.text')}</p>
        <ContributionText roomId={roomId} participantId={me} />
      </SureDialog>
    </div>
  )
}
