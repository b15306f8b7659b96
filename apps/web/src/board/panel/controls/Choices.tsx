import type { Control } from '../FieldDefinition.ts'
import { useWord } from '../useWord.ts'
import { Chip } from './Chip.tsx'
import type { ControlProps } from './ControlProps.ts'
import { stringsOf } from './plainValue.ts'
import { ValueIcon } from './ValueIcon.tsx'

interface Props extends ControlProps {
  readonly control: Extract<Control, { control: 'choices' }>
}

/** Several of a list, as chips. */
export function Choices({ control, labelId, value, onChange, readOnly }: Props) {
  const word = useWord()
  const chosen = stringsOf(value)
  return (
    <fieldset className="chips" aria-labelledby={labelId}>
      {control.values.map((each) => (
        <Chip
          key={each}
          icon={<ValueIcon words={control.words} value={each} />}
          chosen={chosen.includes(each)}
          readOnly={readOnly}
          onPress={() => onChange(chosen.includes(each) ? chosen.filter((other) => other !== each) : [...chosen, each])}
        >
          {word(control.words, each)}
        </Chip>
      ))}
    </fieldset>
  )
}
