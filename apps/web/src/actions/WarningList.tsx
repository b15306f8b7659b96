import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Warning } from '@samenreis/model/actions/improvementAction'
import type { Labels } from './Labels.ts'

/** What deserves a look, in plain words, with what it is about. */
export function WarningList({ warnings, labels }: { readonly warnings: readonly Warning[]; readonly labels: Labels }) {
  const { t } = useTranslation('actions')
  if (warnings.length === 0) return null
  return (
    <ul className="action__warnings" aria-label={t('watchOut')}>
      {warnings.map(({ code, refs }) => (
        <li key={`${code} ${refs.join(' ')}`}>
          <TriangleAlert aria-hidden />
          <span>{t(`warning.${code}`, { refs: labels.listed(refs, t('gone')) })}</span>
        </li>
      ))}
    </ul>
  )
}
