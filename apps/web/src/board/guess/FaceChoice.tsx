import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Sentiment } from '@samenreis/model/records/enumerations'
import { Face } from '../../shapes/look/Face.tsx'
import { feelings } from '../panel/controls/Faces.tsx'
import { useWord } from '../panel/useWord.ts'

interface Props {
  readonly step: string
  /** null = not guessed. */
  readonly value: Sentiment | null
  readonly disabled: boolean
  /** null = taken back. */
  readonly onChange: (feeling: Sentiment | null) => void
}

/**
 * Five faces for one step: one stop of the keyboard, arrows between the faces. The chosen one goes away when it is chosen again,
 * or by Delete.
 */
export function FaceChoice({ step, value, disabled, onChange }: Props) {
  const { t } = useTranslation('guess')
  const word = useWord()
  const name = useId()
  return (
    <fieldset className="guess-step" disabled={disabled} data-answered={value !== null}>
      <legend className="guess-step__title">{step}</legend>
      <div className="guess-faces">
        {feelings.map((each) => (
          <label
            key={each}
            className="guess-face"
            data-feeling={each}
            title={each === value ? t('sheet.take') : undefined}
          >
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              value={each}
              checked={each === value}
              onChange={() => onChange(each)}
              onClick={() => {
                if (each === value) onChange(null)
              }}
              onKeyDown={(event) => {
                if (event.key !== 'Delete' && event.key !== 'Backspace') return
                event.preventDefault()
                onChange(null)
              }}
            />
            <Face feeling={each} size={34} />
            <span className="guess-face__word">{word('sentiment', each)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
