import { CloudLightning, Footprints, Map as MapIcon, Tag, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImprovementAction, Ref } from '@samenreis/model/actions/improvementAction'

/** Why the action exists: type, pain point, step and phase, as pills with icon and word. */
export function ActionLinks({ action }: { readonly action: ImprovementAction }) {
  const { t } = useTranslation(['actions', 'kinds'])
  return (
    <ul className="action-links">
      <li className="action-links__pill action-links__pill--type">
        <Tag aria-hidden />
        <span className="visually-hidden">{t('type')}: </span>
        {t(`kinds:actionType.${action.type}`)}
      </li>
      <Pills refs={action.painPoints} icon={CloudLightning} kind="pain-point" label={t('painPoint')} />
      <Pills refs={action.touchpoints} icon={Footprints} kind="touchpoint" label={t('step')} />
      <Pills refs={action.phases} icon={MapIcon} kind="phase" label={t('phase')} />
    </ul>
  )
}

interface PillsProps {
  readonly refs: readonly Ref[]
  readonly icon: LucideIcon
  readonly kind: string
  readonly label: string
}

function Pills({ refs, icon: Icon, kind, label }: PillsProps) {
  return refs.map((ref) => (
    <li key={ref.id} className={`action-links__pill action-links__pill--${kind}`}>
      <Icon aria-hidden />
      <span className="visually-hidden">{label}: </span>
      {ref.label}
    </li>
  ))
}
