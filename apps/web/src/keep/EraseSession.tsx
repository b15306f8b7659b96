import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '@samenreis/model/api/rooms'
import { eraseRoom } from '../api/erasure.ts'
import { leaveDevice } from '../leave/leaveDevice.ts'
import { SureDialog } from '../leave/SureDialog.tsx'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { KeepSection } from './KeepSection.tsx'

/** Erasing the whole session: only who types its name does. */
export function EraseSession({ room }: { readonly room: Pick<Room, 'id' | 'title'> }) {
  const { t } = useTranslation('keep')
  const [isAsked, setAsked] = useState(false)
  const [typed, setTyped] = useState('')
  const isSame = typed.trim().toLocaleLowerCase() === room.title.trim().toLocaleLowerCase()
  return (
    <KeepSection title={t('session.title')} icon={<Trash2 size={22} aria-hidden />}>
      <p className="keep__text">{t('session.text')}</p>
      <div>
        <Button purpose="secondary" onClick={() => setAsked(true)}>
          {t('session.act')}
        </Button>
      </div>
      <SureDialog
        title={t('session.sureTitle')}
        sure={t('session.sure')}
        isOpen={isAsked}
        mayDo={isSame}
        onClose={() => {
          setAsked(false)
          setTyped('')
        }}
        onSure={async () => {
          await eraseRoom(room.id)
          await leaveDevice(room.id, 'roomErased')
        }}
      >
        <p className="dialog__text">{t('session.sureText')}</p>
        <TextField
          label={t('session.type', { title: room.title })}
          value={typed}
          autoComplete="off"
          onChange={setTyped}
        />
      </SureDialog>
    </KeepSection>
  )
}
