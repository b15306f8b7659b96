import type { GuestAvatar } from '@samenreis/model/api/participant'
import { avatarDrawings } from './avatars/avatarDrawings.ts'

interface Props {
  readonly avatar: GuestAvatar
  /** Pixels across. */
  readonly size?: number
  /** Said instead of the drawing; without it the drawing stands beside words that say it already. */
  readonly label?: string
  readonly className?: string
}

/** The drawing of a participant, round, flat, in two tones on its own ground. */
export function Avatar({ avatar, size = 40, label, className }: Props) {
  const { ground, draw, ...tones } = avatarDrawings[avatar]
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 48 48"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <circle cx="24" cy="24" r="24" fill={ground} />
      {draw(tones)}
    </svg>
  )
}
