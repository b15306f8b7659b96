import { ListTodo, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ControlProps } from './ControlProps.ts'

/** Makes an action of its own of what an idea takes (actions.md D2 `candidates`), and takes that back. */
export function Promote({ value, onChange, readOnly }: ControlProps) {
  const { t } = useTranslation('panel')
  const isPromoted = value === true
  if (readOnly) return <p className="quiet">{isPromoted ? t('promote.is') : t('promote.isNot')}</p>
  if (!isPromoted) {
    return (
      <button type="button" className="promote" onClick={() => onChange(true)}>
        <ListTodo size={20} aria-hidden="true" />
        {t('promote.make')}
      </button>
    )
  }
  return (
    <div className="promote__done">
      <p className="promote__state">
        <ListTodo size={20} aria-hidden="true" />
        {t('promote.is')}
      </p>
      <button type="button" className="panel__act" onClick={() => onChange(false)}>
        <Undo2 size={18} aria-hidden="true" />
        {t('promote.undo')}
      </button>
    </div>
  )
}
