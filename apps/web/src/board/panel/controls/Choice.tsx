import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Control } from '../FieldDefinition.ts'
import { useWord } from '../useWord.ts'
import { Chip } from './Chip.tsx'
import type { ControlProps } from './ControlProps.ts'
import { ValueIcon } from './ValueIcon.tsx'

interface Props extends ControlProps {
  readonly control: Extract<Control, { control: 'choice' }>
}

/** One of a list, as chips. The chosen one is always seen; of a long list the usual ones come first. */
export function Choice({ control, labelId, value, onChange, readOnly }: Props) {
  const { t } = useTranslation('panel')
  const word = useWord()
  const [open, setOpen] = useState(false)
  const { first, values, clearable } = control
  const isUsual = first === undefined || value === null || first.some((each) => each === value)
  const few = first === undefined || isUsual ? first : [...first, ...values.filter((each) => each === value)]
  const seen = open || few === undefined ? values : few
  return (
    <fieldset className="chips" aria-labelledby={labelId}>
      {seen.map((each) => (
        <Chip
          key={each}
          icon={<ValueIcon words={control.words} value={each} />}
          chosen={each === value}
          readOnly={readOnly}
          onPress={() => {
            if (each !== value) onChange(each)
            else if (clearable) onChange(null)
          }}
        >
          {word(control.words, each)}
        </Chip>
      ))}
      {first === undefined || readOnly ? null : (
        <button type="button" className="chip" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Ellipsis size={18} aria-hidden="true" />
          <span>{open ? t('less') : t('more')}</span>
        </button>
      )}
    </fieldset>
  )
}
