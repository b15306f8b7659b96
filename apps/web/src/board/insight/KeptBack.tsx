import { EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmptyView } from './parts/EmptyView.tsx'

/** Instead of a view, for who is guessing: what the map tells would tell the answer. */
export function KeptBack() {
  const { t } = useTranslation('insight')
  return <EmptyView icon={EyeOff} title={t('keptBack.title')} text={t('keptBack.text')} />
}
