import './share.css'
import { Maximize2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkRight } from '@samenreis/model/api/rooms'
import { useRoomAccess } from '../app/RoomAccess.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { MissingLink } from './MissingLink.tsx'
import { useMySessions } from './mySessionsHere.ts'
import { QrCode } from './QrCode.tsx'
import { roomLink } from './roomLink.ts'
import { WallInvitation } from './WallInvitation.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Beside the code: the links in the order in which a facilitator needs them. */
const rights = ['participant', 'screen', 'facilitator'] as const satisfies readonly LinkRight[]

/** Everything to invite with; for facilitators. The links are on this device only (the server keeps hashes). */
export function SharePanel({ isOpen, onClose }: Props) {
  const { t } = useTranslation(['share', 'common'])
  const { room } = useRoomAccess()
  const [onWall, setOnWall] = useState(false)
  const links = useMySessions().find((each) => each.room.id === room.id)?.links ?? {}
  const linkOf = (right: LinkRight): string | null => {
    const secret = links[right]
    return secret === undefined ? null : roomLink(window.location.origin, room.id, secret)
  }
  const joinLink = linkOf('participant')

  if (isOpen && onWall && joinLink !== null) {
    return <WallInvitation title={room.title} link={joinLink} onClose={() => setOnWall(false)} />
  }
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      {joinLink === null ? null : (
        <div className="share__scan">
          <QrCode text={joinLink} label={t('qr')} className="share__code" />
          <div className="share__words">
            <p className="share__call">{t('scan')}</p>
            <p className="share__text">{t('scanText')}</p>
            <Button purpose="primary" icon={<Maximize2 aria-hidden />} onClick={() => setOnWall(true)}>
              {t('onWall')}
            </Button>
          </div>
        </div>
      )}
      <div className="share__links">
        {rights.map((right) => {
          const link = linkOf(right)
          return link === null ? (
            <MissingLink key={right} right={right} />
          ) : (
            <CopyField key={right} label={t(`link.${right}.title`)} hint={t(`link.${right}.text`)} value={link} />
          )
        })}
      </div>
    </Dialog>
  )
}
