import './ended.css'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import { MessagePage } from '../../app/MessagePage.tsx'
import type { UnsentText } from '../../sync/UnsentTexts.ts'
import { Button } from '../../ui/Button.tsx'

/** Which sentence goes with which reason; what is not named gets the general one. */
const sentences = {
  'not-signed-in': 'notSignedIn',
  'room-not-found': 'notFound',
  forbidden: 'forbidden',
  'client-too-old': 'tooOld',
  'invalid-content': 'content',
  malformed: 'content',
  'frame-too-large': 'content',
} as const satisfies Partial<Record<CloseReason, string>>

interface Props {
  /** Why the server ended it; `reset` = the board was made anew. */
  readonly reason: CloseReason | 'reset'
  readonly unsent: readonly UnsentText[]
  readonly onReload: () => void
}

/** The board ended for good on this page: what happened, what is safe, what was not saved yet, and one thing to do. */
export function EndedBoard({ reason, unsent, onReload }: Props) {
  const { t } = useTranslation('board')
  const isReset = reason === 'reset' || reason === 'epoch-changed' || reason === 'resync'
  const key = isReset || !(reason in sentences) ? 'other' : sentences[reason as keyof typeof sentences]
  const title = isReset ? t('reset.title') : t('refused.title')
  const text = isReset ? t('reset.text') : t(`refused.${key}`)
  const act = isReset ? t('reset.reload') : reason === 'not-signed-in' ? t('refused.join') : t('refused.reload')
  return (
    <MessagePage title={title} text={text}>
      {unsent.length === 0 ? null : <UnsentWords unsent={unsent} />}
      {reason === 'room-not-found' ? null : (
        <Button purpose="primary" onClick={onReload}>
          {act}
        </Button>
      )}
    </MessagePage>
  )
}

function UnsentWords({ unsent }: { readonly unsent: readonly UnsentText[] }) {
  const { t } = useTranslation('board')
  const [copied, setCopied] = useState(false)
  const words = unsent.map(({ text }) => text)
  return (
    <section className="unsent">
      <h2 className="unsent__title">{t('reset.unsent')}</h2>
      <ul className="unsent__list">
        {unsent.map(({ recordId, field, text }) => (
          <li key={`${recordId} ${field}`}>{text}</li>
        ))}
      </ul>
      <Button
        onClick={() => {
          void navigator.clipboard.writeText(words.join('\n\n')).then(
            () => setCopied(true),
            () => setCopied(false),
          )
        }}
      >
        {copied ? t('reset.copied') : t('reset.copyAll')}
      </Button>
    </section>
  )
}
