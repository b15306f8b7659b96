import { Check } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Start } from '@samenreis/model/api/rooms'
import { StartPicture } from './StartPicture.tsx'

interface Props {
  readonly value: Start
  readonly onChange: (start: Start) => void
}

/** What the board starts with, as cards with a miniature. */
export function StartChoice({ value, onChange }: Props) {
  const { t } = useTranslation('home')
  return (
    <RadioGroup className="start-choice" value={value} onChange={(chosen) => onChange(Start.parse(chosen))}>
      <Label className="field-label">{t('create.start')}</Label>
      <div className="start-choice__cards">
        {Start.options.map((start) => (
          <Radio key={start} value={start} className="start-choice__card">
            <StartPicture start={start} />
            <span className="start-choice__words">
              <strong>{t(`start.${start}.title`)}</strong>
              <span>{t(`start.${start}.text`)}</span>
            </span>
            <Check className="start-choice__check" aria-hidden />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
