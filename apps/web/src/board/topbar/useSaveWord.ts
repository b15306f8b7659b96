import { useTranslation } from 'react-i18next'
import type { SaveNotice } from './saveNotice.ts'

/** The word that stands for what is safe. */
export function useSaveWord({ key, percent }: SaveNotice): string {
  const { t } = useTranslation('board')
  return key === 'catchingUp' ? t('saved.catchingUp', { percent: percent ?? 0 }) : t(`saved.${key}`)
}
