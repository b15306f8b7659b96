import { useTranslation } from 'react-i18next'
import { guestAvatars, type GuestAvatar } from '@samenreis/model/api/participant'
import { Avatar } from '../ui/Avatar.tsx'

interface Props {
  readonly chosen: GuestAvatar | null
  readonly onChoose: (avatar: GuestAvatar) => void
  readonly size?: number
}

/** The drawings, each with its word: one tap chooses. */
export function PicturePicker({ chosen, onChoose, size = 64 }: Props) {
  const { t } = useTranslation('common')
  return (
    <ul className="picture-picker">
      {guestAvatars.map((avatar) => (
        <li key={avatar}>
          <button
            type="button"
            className="picture-picker__choice"
            aria-pressed={avatar === chosen}
            onClick={() => onChoose(avatar)}
          >
            <Avatar avatar={avatar} size={size} />
            <span>{t(`avatar.${avatar}`)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
