import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { participantRoles, type ParticipantRole } from './joinSteps.ts'
import { roleIcons } from './roleIcons.ts'

interface Props {
  readonly chosen: ParticipantRole | null
  /** The server was asked: the list stays as it is. */
  readonly busy: boolean
  readonly onChoose: (role: ParticipantRole) => void
}

/** Who one is, each with a picture, a word and a sentence. */
export function RoleList({ chosen, busy, onChoose }: Props) {
  const { t } = useTranslation(['join', 'common'])
  return (
    <ul className="role-list" aria-busy={busy}>
      {participantRoles.map((role) => {
        const Icon = roleIcons[role]
        return (
          <li key={role}>
            <button
              type="button"
              className="role-list__choice"
              aria-disabled={busy}
              aria-pressed={role === chosen}
              onClick={() => onChoose(role)}
            >
              <Icon className="role-list__icon" aria-hidden />
              <span className="role-list__words">
                <strong>{t(`common:role.${role}`)}</strong>
                <span>{t(`roleText.${role}`)}</span>
              </span>
              {role === chosen ? <Check className="role-list__check" aria-hidden /> : null}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
