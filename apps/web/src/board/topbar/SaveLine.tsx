import { CloudUpload } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { Button } from '../../ui/Button.tsx'
import { useBoardSession } from '../BoardSession.ts'
import { saveIcons } from './saveIcons.ts'
import { saveSentencesOf } from './saveNotice.ts'

/** One calm line under the bar while something is not as it should be: what happened, where her work is, what to do. */
export function SaveLine() {
  const { t } = useTranslation('board')
  const { connection } = useBoardSession()
  const count = useWatched(connection.unsentCount)
  const sentences = saveSentencesOf(useWatched(connection.state), useWatched(connection.copy))
  const [copied, setCopied] = useState(false)
  if (sentences === null) return null
  const { key, tone, where, mayTryNow } = sentences
  // Nothing turns for minutes in a line that stays: only the label shows that something moves.
  const Icon = key === 'catchingUp' ? CloudUpload : saveIcons[key]
  // Work that is not even in the document yet is one change.
  const changes = Math.max(1, count)
  const isOnlyHere = where === 'tab' || where === 'nowhereElse'
  const words = isOnlyHere ? connection.unsentTexts().map(({ text }) => text) : []
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(words.join('\n\n'))
    setCopied(true)
  }
  return (
    <div className="save-line" data-tone={tone} data-where={where ?? 'safe'}>
      <Icon size={20} aria-hidden="true" />
      <p>
        {t(`savedLong.${key}`)} {where === null ? null : <strong>{t(`where.${where}`, { count: changes })}</strong>}
        {key === 'offline' && where === null ? t('where.nothing') : null}
      </p>
      {words.length === 0 ? null : (
        <Button onClick={() => void copy().catch(() => setCopied(false))}>
          {copied ? t('reset.copied') : t('copyText')}
        </Button>
      )}
      {mayTryNow ? <Button onClick={connection.tryNow}>{t('tryNow')}</Button> : null}
    </div>
  )
}
