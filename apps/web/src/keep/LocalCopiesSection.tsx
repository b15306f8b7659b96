import { Laptop } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRoomAccess } from '../app/RoomAccess.ts'
import { changeRoom } from '../api/rooms.ts'
import { Switch } from '../ui/Switch.tsx'
import { KeepSection } from './KeepSection.tsx'

/** Whether people may keep what is not stored yet on a device of their own. Off unless the facilitator says so. */
export function LocalCopiesSection() {
  const { t } = useTranslation('keep')
  const { room, rename } = useRoomAccess()
  const [failed, setFailed] = useState(false)
  const change = (localCopies: boolean): void => {
    setFailed(false)
    changeRoom(room.id, { localCopies }).then(rename, () => setFailed(true))
  }
  return (
    <KeepSection title={t('copies.title')} icon={<Laptop size={20} aria-hidden="true" />}>
      <p className="keep__text">{t('copies.text')}</p>
      <Switch isOn={room.localCopies === true} onChange={change}>
        {t('copies.allow')}
      </Switch>
      {failed ? <p role="alert">{t('copies.failed')}</p> : null}
    </KeepSection>
  )
}
