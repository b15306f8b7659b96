import { Check, Eye, EyeOff, Lock, LockOpen, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Control } from '../FieldDefinition.ts'
import { Chip } from './Chip.tsx'
import type { ControlProps } from './ControlProps.ts'

interface Props extends ControlProps {
  readonly control: Extract<Control, { control: 'yesNo' }>
}

const icons = {
  yesNo: { yes: Check, no: X },
  consent: { yes: Check, no: X },
  seen: { yes: Eye, no: EyeOff },
  locked: { yes: Lock, no: LockOpen },
} as const

/** Two words, one of which holds: what "no" means is said, not left to an empty box. */
export function YesNo({ control, labelId, value, onChange, readOnly }: Props) {
  const { t } = useTranslation('panel')
  const { yes: Yes, no: No } = icons[control.words]
  return (
    <fieldset className="chips" aria-labelledby={labelId}>
      <Chip
        icon={<Yes size={18} aria-hidden="true" />}
        chosen={value === true}
        readOnly={readOnly}
        onPress={() => onChange(true)}
      >
        {t(`yesNo.${control.words}.yes`)}
      </Chip>
      <Chip
        icon={<No size={18} aria-hidden="true" />}
        chosen={value === false}
        readOnly={readOnly}
        onPress={() => onChange(false)}
      >
        {t(`yesNo.${control.words}.no`)}
      </Chip>
    </fieldset>
  )
}
