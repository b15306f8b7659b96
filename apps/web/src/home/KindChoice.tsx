import { Check } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Template } from '@samenreis/model/records/enumerations'
import { KindPicture } from './KindPicture.tsx'
import { demoKinds, sessionKindOf, type SessionKind } from './SessionKind.ts'

interface Props {
  readonly value: SessionKind
  readonly onChange: (kind: SessionKind) => void
}

/** What the session is for, as cards with a miniature of its board; the examples after it, smaller. One group for the arrow keys. */
export function KindChoice({ value, onChange }: Props) {
  const { t } = useTranslation('start')
  return (
    <RadioGroup className="kind-choice" value={value} onChange={(chosen) => onChange(sessionKindOf(chosen))}>
      <Label className="field-label">{t('kinds')}</Label>
      <div className="kind-choice__cards">
        {Template.options.map((kind) => (
          <KindCard key={kind} kind={kind} />
        ))}
      </div>
      <p className="field-label kind-choice__examples">{t('examples')}</p>
      <div className="kind-choice__cards" data-examples>
        {demoKinds.map((kind) => (
          <KindCard key={kind} kind={kind} />
        ))}
      </div>
    </RadioGroup>
  )
}

function KindCard({ kind }: { readonly kind: SessionKind }) {
  const { t } = useTranslation('start')
  return (
    <Radio value={kind} className="kind-card">
      <KindPicture kind={kind} />
      <span className="kind-card__words">
        <strong>{t(`kind.${kind}.title`)}</strong>
        <span>{t(`kind.${kind}.text`)}</span>
      </span>
      <Check className="kind-card__check" aria-hidden />
    </Radio>
  )
}
