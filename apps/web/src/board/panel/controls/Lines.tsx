import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Control } from '../FieldDefinition.ts'
import { RemovableChip } from './Chip.tsx'
import type { ControlProps } from './ControlProps.ts'
import { stringsOf } from './plainValue.ts'

interface Props extends ControlProps {
  readonly control: Extract<Control, { control: 'lines' }>
}

/** Short lines of the person's own: each a chip, a new one typed below. */
export function Lines({ control, labelId, value, onChange, readOnly }: Props) {
  const { t } = useTranslation('panel')
  const [typed, setTyped] = useState('')
  const lines = stringsOf(value)
  const add = (): void => {
    const line = typed.trim()
    setTyped('')
    if (line !== '' && !lines.includes(line)) onChange([...lines, line])
  }
  return (
    <div className="lines">
      {lines.length === 0 ? null : (
        <ul className="lines__list" aria-labelledby={labelId}>
          {lines.map((line, index) => (
            <li key={`${index} ${line}`}>
              <RemovableChip
                removeLabel={readOnly ? null : t('remove', { what: line })}
                onRemove={() => onChange(lines.filter((_, at) => at !== index))}
              >
                {line}
              </RemovableChip>
            </li>
          ))}
        </ul>
      )}
      {readOnly ? (
        lines.length === 0 && <p className="quiet">{t('empty')}</p>
      ) : lines.length >= control.most ? null : (
        <div className="add-line">
          <input
            className="text-input"
            aria-labelledby={labelId}
            placeholder={t('hints.lines')}
            maxLength={control.length}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              add()
            }}
          />
          <button type="button" className="round-button" aria-label={t('add')} onClick={add}>
            <Plus size={18} aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  )
}
