import './copy-field.css'
import { Check, Copy } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'

interface Props {
  readonly label: string
  /** What it is for, in one line. */
  readonly hint: string
  readonly value: string
}

/** A text to take along, with a button that copies it. Where the browser does not let us, the text gets selected instead. */
export function CopyField({ label, hint, value }: Props) {
  const { t } = useTranslation('common')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)

  const copy = (): void => {
    input.current?.select()
    // Absent on http with another name than localhost: then the selected text is there for Ctrl+C.
    const clipboard: Clipboard | undefined = navigator.clipboard
    clipboard?.writeText(value).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  }

  return (
    <div className="copy-field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <p id={`${id}-hint`} className="copy-field__hint">
        {hint}
      </p>
      <div className="copy-field__row">
        <input
          ref={input}
          id={id}
          className="copy-field__input"
          readOnly
          value={value}
          aria-describedby={`${id}-hint`}
          onFocus={(event) => event.target.select()}
        />
        <Button purpose="secondary" icon={copied ? <Check aria-hidden /> : <Copy aria-hidden />} onClick={copy}>
          {copied ? t('copied') : t('copy')}
          <span className="visually-hidden">: {label}</span>
        </Button>
      </div>
      <output className="visually-hidden">{copied ? t('copied') : ''}</output>
    </div>
  )
}
