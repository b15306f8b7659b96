import './topbar.css'
import { ListChecks, UserPlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Button } from '../../ui/Button.tsx'
import { Wordmark } from '../../ui/Wordmark.tsx'
import { useBoardSession } from '../BoardSession.ts'
import { InsightButton } from '../insight/InsightButton.tsx'
import { People } from './People.tsx'
import { SaveState } from './SaveState.tsx'
import { SessionTitle } from './SessionTitle.tsx'

interface Props {
  readonly onChangeTitle: (change: { title: string; question: string }) => Promise<void>
  readonly onInvite: () => void
  readonly onKeep: () => void
}

/** Name of the session and its question; saved state, which opens "Bewaren" for who leads; people; what we see; actions; invite. */
export function TopBar({ onChangeTitle, onInvite, onKeep }: Props) {
  const { t } = useTranslation('board')
  const { room, me, isFacilitator } = useBoardSession()
  return (
    <header className="top-bar">
      <Wordmark />
      <SessionTitle title={room.title} question={room.question} onChange={isFacilitator ? onChangeTitle : null} />
      <SaveState onOpen={isFacilitator ? onKeep : null} />
      <People />
      {me.role === 'screen' ? null : <InsightButton at="bar" />}
      {isFacilitator ? (
        <>
          <span className="top-bar__act">
            <LinkButton to={`/r/${room.id}/acties`} icon={<ListChecks size={20} aria-hidden="true" />}>
              {t('actions')}
            </LinkButton>
          </span>
          <span className="top-bar__act">
            <Button purpose="primary" icon={<UserPlus size={20} aria-hidden="true" />} onClick={onInvite}>
              <span className="nl-button__label">{t('invite')}</span>
            </Button>
          </span>
        </>
      ) : null}
    </header>
  )
}
