import './keep.css'
import { useTranslation } from 'react-i18next'
import { useBoardSession } from '../board/BoardSession.ts'
import { useWatched } from '../sync/useRoomConnection.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErasePeople } from './ErasePeople.tsx'
import { EraseSession } from './EraseSession.tsx'
import { KeepUntil } from './KeepUntil.tsx'
import { LocalCopiesSection } from './LocalCopiesSection.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What is kept of this session, where and how long; for facilitators. One `KeepSection` for each matter. */
export function KeepPanel({ isOpen, onClose }: Props) {
  const { t } = useTranslation('keep')
  const { room, me, connection } = useBoardSession()
  const roster = useWatched(connection.roster)
  const people = roster.filter(({ id, role }) => id !== me.id && role !== 'screen')
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      <p className="keep__intro">{t('intro')}</p>
      {room.retention === undefined ? null : <KeepUntil roomId={room.id} retention={room.retention} />}
      <ErasePeople roomId={room.id} people={people} />
      <EraseSession room={room} />
      <LocalCopiesSection />
    </Dialog>
  )
}
