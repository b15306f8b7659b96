import { Minus, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Control } from '../FieldDefinition.ts'
import type { ControlProps } from './ControlProps.ts'
import { numberOf } from './plainValue.ts'

interface Props extends ControlProps {
  readonly control: Extract<Control, { control: 'number' }>
}

/** A whole number with a button on either side. Empty is not zero: it was not asked. */
export function NumberControl({ control, labelId, value, onChange, readOnly }: Props) {
  const { t } = useTranslation('panel')
  const stored = numberOf(value)
  // What is being typed; null = what is stored is shown, so that another person's change appears at once.
  const [typed, setTyped] = useState<string | null>(null)
  const { least, most, clearable } = control
  const set = (next: number): void => onChange(Math.min(most, Math.max(least, Math.round(next))))
  const finish = (): void => {
    if (typed === null) return
    setTyped(null)
    const trimmed = typed.trim()
    if (trimmed === '') {
      if (clearable && stored !== null) onChange(null)
    } else if (/^\d+$/.test(trimmed)) set(Number(trimmed))
  }
  return (
    <div className="number">
      <button
        type="button"
        className="round-button"
        aria-label={t('number.less')}
        aria-disabled={readOnly || stored === null || stored <= least}
        onClick={() => {
          if (!readOnly && stored !== null && stored > least) set(stored - 1)
        }}
      >
        <Minus size={18} aria-hidden="true" />
      </button>
      <input
        className="text-input number__input"
        inputMode="numeric"
        aria-labelledby={labelId}
        readOnly={readOnly}
        value={typed ?? (stored === null ? '' : String(stored))}
        onChange={(event) => setTyped(event.target.value.replace(/\D/g, '').slice(0, 5))}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish()
        }}
      />
      <button
        type="button"
        className="round-button"
        aria-label={t('number.more')}
        aria-disabled={readOnly}
        onClick={() => {
          if (!readOnly) set(stored === null ? Math.max(1, least) : stored + 1)
        }}
      >
        <Plus size={18} aria-hidden="true" />
      </button>
      {clearable && stored !== null && !readOnly ? (
        <button
          type="button"
          className="round-button round-button--quiet"
          aria-label={t('number.clear')}
          onClick={() => onChange(null)}
        >
          <X size={18} aria-hidden="true" />
        </button>
      ) : null}
    </div>
  )
}
