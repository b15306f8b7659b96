import './locked-note.css'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useBoardSession } from '../BoardSession.ts'

/** Says in the panel why something of a locked journey cannot be changed, and what can be done with it. */
export function LockedNote() {
  const { t } = useTranslation('journey')
  const { isFacilitator } = useBoardSession()
  return (
    <p className="locked-note">
      <Lock size={18} aria-hidden="true" />
      <span>{isFacilitator ? t('lockedForLead') : t('lockedForOthers')}</span>
    </p>
  )
}
