import './dialog.css'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'

interface Props {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** `wall` fills the window: to be read across a room. */
  readonly size?: 'small' | 'medium' | 'wall'
  /** An alert dialog is closed by its buttons only. */
  readonly alert?: boolean
}

/** A window over the page. Focus stays in it and returns to where it came from; Escape closes it. */
export function Dialog({ title, isOpen, onClose, children, size = 'medium', alert = false }: Props) {
  const { t } = useTranslation('common')
  return (
    <ModalOverlay
      className="dialog-overlay"
      isOpen={isOpen}
      isDismissable={!alert}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <Modal className={`dialog dialog--${size}`}>
        <AriaDialog className="dialog__body" role={alert ? 'alertdialog' : 'dialog'}>
          <div className="dialog__head">
            <Heading slot="title" className="dialog__title">
              {title}
            </Heading>
            {alert ? null : (
              <Button purpose="subtle" iconOnly icon={<X aria-hidden />} onClick={onClose}>
                {t('close')}
              </Button>
            )}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
