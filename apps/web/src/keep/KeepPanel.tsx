import './keep.css'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/Dialog.tsx'

interface Props {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** What is kept of this session, where and how long; for facilitators. One `KeepSection` for each matter. */
export function KeepPanel({ isOpen, onClose }: Props) {
  const { t } = useTranslation('keep')
  return (
    <Dialog title={t('title')} isOpen={isOpen} onClose={onClose}>
      <p className="keep__intro">{t('intro')}</p>
    </Dialog>
  )
}
