import { MapPinned } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useInsightPlace, useInsightState } from './InsightPlaceContext.ts'
import type { InsightView } from './InsightView.ts'
import { chosenJourney } from './JourneyChoices.ts'
import { EmptyView } from './parts/EmptyView.tsx'
import { JourneyPicker } from './parts/JourneyPicker.tsx'
import { useJourneyChoices } from './ReadingContext.ts'
import { FeelingView } from './views/FeelingView.tsx'

/** One view, with the choice of a journey above it where there are several. */
export function ViewBody({ view }: { readonly view: InsightView }) {
  const { t } = useTranslation('insight')
  const place = useInsightPlace()
  const { journeyId } = useInsightState()
  const choices = useJourneyChoices()
  const chosen = chosenJourney(choices, journeyId)
  if (chosen === null) return <EmptyView icon={MapPinned} title={t('noJourney.title')} text={t('noJourney.text')} />
  return (
    <>
      {choices.length < 2 ? null : (
        <JourneyPicker label={t('journey.which')} choices={choices} chosen={chosen} onChoose={place.chooseJourney} />
      )}
      <p className="insight__lead">{t(`view.${view}.question`)}</p>
      <FeelingView journeyId={chosen.id} />
    </>
  )
}
