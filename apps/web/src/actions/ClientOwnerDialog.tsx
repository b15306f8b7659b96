import { useTranslation } from 'react-i18next'
import type { Participant } from '@samenreis/model/api/participant'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface Props {
  /** null = nobody is asked about. */
  readonly client: Participant | null
  readonly onYes: (client: Participant) => void
  readonly onNo: (client: Participant) => void
}

/** Nobody appoints a resident (facilitation.md, minute 2:14): did she say yes herself? */
export function ClientOwnerDialog({ client, onYes, onNo }: Props) {
  const { t } = useTranslation('actions')
  const name = client?.name ?? ''
  const answer = (say: (client: Participant) => void): void => {
    if (client !== null) say(client)
  }
  return (
    <Dialog
      title={t('client.title', { name })}
      size="small"
      alert
      isOpen={client !== null}
      onClose={() => answer(onNo)}
    >
      <p className="dialog__text">{t('client.text', { name })}</p>
      <div className="dialog__acts">
        <Button onClick={() => answer(onNo)}>{t('client.no')}</Button>
        <Button purpose="primary" onClick={() => answer(onYes)}>
          {t('client.yes', { name })}
        </Button>
      </div>
    </Dialog>
  )
}
