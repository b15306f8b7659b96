import { ChevronDown } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { ChoiceChips } from '../../../ui/ChoiceChips.tsx'
import { useWord } from '../../panel/useWord.ts'
import type { JourneyChoice } from '../JourneyChoices.ts'

/** More than so many journeys would push what they tell out of sight on a phone: a list to open holds them then. */
const MOST_CHIPS = 2

interface Props {
  readonly label: string
  readonly choices: readonly JourneyChoice[]
  readonly chosen: JourneyChoice | null
  readonly onChoose: (id: ShapeId) => void
}

/** Which journey. */
export function JourneyPicker({ label, choices, chosen, onChoose }: Props) {
  const name = useJourneyName()
  const id = useId()
  if (choices.length <= MOST_CHIPS)
    return (
      <ChoiceChips
        label={label}
        choices={choices.map((choice) => ({ value: choice.id, label: name(choice) }))}
        value={chosen?.id ?? null}
        onChange={onChoose}
      />
    )
  return (
    <div className="journey-select">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <span className="journey-select__box">
        <select
          id={id}
          value={chosen?.id}
          onChange={(event) => {
            const choice = choices.find((each) => each.id === event.target.value)
            if (choice !== undefined) onChoose(choice.id)
          }}
        >
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {name(choice)}
            </option>
          ))}
        </select>
        <ChevronDown size={20} aria-hidden="true" />
      </span>
    </div>
  )
}

/** What a journey is called among the others. */
export function useJourneyName(): (choice: JourneyChoice) => string {
  const { t } = useTranslation('insight')
  const word = useWord()
  return ({ kind, who, title, number }) => {
    const name = title === '' ? word('journeyKind', kind) : title
    if (who !== '') return t('journey.of', { name, who })
    return number > 0 ? t('journey.numbered', { name, number }) : name
  }
}
