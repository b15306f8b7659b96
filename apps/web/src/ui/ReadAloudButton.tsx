import './read-aloud.css'
import { Square, Volume2 } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useReadAloud } from './useReadAloud.ts'

/** Reads these sentences aloud; a second tap stops. Is not there where the device cannot speak. */
export function ReadAloudButton({ sentences }: { readonly sentences: readonly string[] }) {
  const { t, i18n } = useTranslation('common')
  const { canRead, isReading, read, stop } = useReadAloud()
  const text = sentences.join('\n')
  useEffect(() => stop, [text, stop]) // another page, other words
  if (!canRead) return null
  return (
    <button
      type="button"
      className="read-aloud"
      aria-pressed={isReading}
      onClick={() => (isReading ? stop() : read(sentences, i18n.language))}
    >
      {isReading ? <Square aria-hidden /> : <Volume2 aria-hidden />}
      {isReading ? t('stopReading') : t('readAloud')}
    </button>
  )
}
