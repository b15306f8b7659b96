import { useTranslation } from 'react-i18next'
import type { GuessProgress } from '@samenreis/model/api/guesses'

/** "3 van 5 klaar": how many, never who or what. */
export function ReadyCount({ progress: { finished, invited } }: { readonly progress: GuessProgress }) {
  const { t } = useTranslation('guess')
  return (
    <output className="guess-count">
      {invited === 0 ? t('bar.nobody') : t('bar.ready', { finished, count: invited })}
    </output>
  )
}
