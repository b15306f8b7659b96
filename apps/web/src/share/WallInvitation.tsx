import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'
import { QrCode } from './QrCode.tsx'

interface Props {
  readonly title: string
  readonly link: string
  readonly onClose: () => void
}

/** The invitation for the wall: to be read and scanned from the last row (facilitation.md, minute 0:00). */
export function WallInvitation({ title, link, onClose }: Props) {
  const { t } = useTranslation('share')
  return (
    <Dialog title={title} size="wall" isOpen onClose={onClose}>
      <div className="wall">
        <QrCode text={link} label={t('qr')} className="wall__code" />
        <div className="wall__words">
          <p className="wall__call">{t('scan')}</p>
          <p className="wall__text">{t('scanText')}</p>
        </div>
      </div>
    </Dialog>
  )
}
