import './keep.css'
import { useTranslation } from 'react-i18next'
import type { Restored, Version } from '@samenreis/model/api/versions'
import { reasonOf } from '../api/ProblemError.ts'
import { serverClock } from '../api/ServerClock.ts'
import { restoreVersion } from '../api/versions.ts'
import { useBoardSession } from '../board/BoardSession.ts'
import { useNotices } from '../board/notices/NoticesContext.ts'
import { useWatched } from '../sync/useRoomConnection.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ErasePeople } from './ErasePeople.tsx'
import { EraseSession } from './EraseSession.tsx'
import { KeepUntil } from './KeepUntil.tsx'
import { LocalCopiesSection } from './LocalCopiesSection.tsx'
import { spokenMoment } from './versionMoment.ts'
import { VersionsSection } from './VersionsSection.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What is kept of this session, where and how long; for facilitators. One `KeepSection` for each matter. */
export function KeepPanel({ isOpen, onClose }: Props) {
  const { t, i18n } = useTranslation(['keep', 'problems'])
  const { room, me, connection } = useBoardSession()
  const roster = useWatched(connection.roster)
  const people = roster.filter(({ id, role }) => id !== me.id && role !== 'screen')
  const notices = useNotices()
  // Runs after the board was loaded anew, and this panel with it: it uses only what outlives that.
  const tell = ({ keptAt }: Version, { before, beside }: Restored): void => {
    onClose()
    const { day, date, time } = spokenMoment(new Date(keptAt), serverClock.now(), i18n.language)
    const moment = t(`versions.${day}`, { date, time })
    notices.show({
      tone: 'info',
      text: beside === 0 ? t('versions.restored', { moment }) : t('versions.restoredBeside', { moment, count: beside }),
      acts: [{ label: t('versions.undo'), run: () => undo(before) }],
      lasts: 'untilClosed',
    })
  }
  const undo = (before: Version): void => {
    restoreVersion(room.id, before.id).catch((error: unknown) => {
      const text = t(`problems:byReason.${reasonOf(error)}.text`)
      notices.show({ tone: 'warning', text, acts: [], lasts: 'untilClosed' })
    })
  }
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      <p className="keep__intro">{t('intro')}</p>
      <VersionsSection onRestored={tell} />
      <LocalCopiesSection />
      {room.retention === undefined ? null : <KeepUntil roomId={room.id} retention={room.retention} />}
      <ErasePeople roomId={room.id} people={people} />
      <EraseSession room={room} />
    </Dialog>
  )
}
