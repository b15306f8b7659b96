import { CloudOff, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { useBoardSession } from '../BoardSession.ts'
import { saveNoticeOf } from './saveNotice.ts'

/** One calm line under the bar while something is not as it should be: what happened, what is safe, what to do. */
export function SaveLine() {
  const { t } = useTranslation('board')
  const { connection } = useBoardSession()
  const { key, tone } = saveNoticeOf(useWatched(connection.state))
  if (key !== 'slow' && key !== 'offline' && key !== 'offlineUnsaved' && key !== 'restarting' && key !== 'failing')
    return null
  const Icon = key === 'failing' || key === 'slow' ? TriangleAlert : CloudOff
  return (
    <div className="save-line" data-tone={tone}>
      <Icon size={20} aria-hidden="true" />
      <p>{t(`savedLong.${key}`)}</p>
    </div>
  )
}
