import { useTranslation } from 'react-i18next'
import { ChoiceChips } from '../../../ui/ChoiceChips.tsx'
import { useWord } from '../../panel/useWord.ts'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import type { JourneyChoice } from '../JourneyChoices.ts'

interface Props {
  readonly label: string
  readonly choices: readonly JourneyChoice[]
  readonly chosen: JourneyChoice | null
  readonly onChoose: (id: ShapeId) => void
}

/** Which journey: nothing to choose when there is one. */
export function JourneyPicker({ label, choices, chosen, onChoose }: Props) {
  const name = useJourneyName()
  return (
    <ChoiceChips
      label={label}
      choices={choices.map((choice) => ({ value: choice.id, label: name(choice) }))}
      value={chosen?.id ?? null}
      onChange={onChoose}
    />
  )
}

/** What a journey is called among the others. */
export function useJourneyName(): (choice: JourneyChoice) => string {
  const { t } = useTranslation('insight')
  const word = useWord()
  return ({ kind, title, number }) => {
    const name = title === '' ? word('journeyKind', kind) : title
    return number > 0 ? t('journey.numbered', { name, number }) : name
  }
}
