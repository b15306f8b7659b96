import { MapPinned } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useInsightPlace } from './InsightPlaceContext.ts'
import type { InsightView } from './InsightView.ts'
import type { JourneyChoice } from './JourneyChoices.ts'
import { EmptyView } from './parts/EmptyView.tsx'
import { JourneyPicker } from './parts/JourneyPicker.tsx'
import { useChosenJourneys } from './useChosenJourneys.ts'
import { BurdenView } from './views/BurdenView.tsx'
import { ChainView } from './views/ChainView.tsx'
import { ChannelsView } from './views/ChannelsView.tsx'
import { EvidenceView } from './views/EvidenceView.tsx'
import { FeelingView } from './views/FeelingView.tsx'
import { LayersView } from './views/LayersView.tsx'
import { NeedsView } from './views/NeedsView.tsx'
import { PaperView } from './views/PaperView.tsx'
import { RulesView } from './views/RulesView.tsx'

/** Views that are about the whole board, whatever the journey. */
const ofTheBoard: ReadonlySet<InsightView> = new Set(['rules', 'layers'])
/** Views that hold one journey against another. */
const ofTwo: ReadonlySet<InsightView> = new Set(['burden', 'paper'])

/** One view under the question it answers, with the choice of journeys where there is one. */
export function ViewBody({ view }: { readonly view: InsightView }) {
  const { t } = useTranslation('insight')
  return (
    <>
      <p className="insight__question">{t(`view.${view}.question`)}</p>
      {ofTheBoard.has(view) ? <BoardView view={view} /> : <JourneyView view={view} />}
    </>
  )
}

function BoardView({ view }: { readonly view: InsightView }) {
  return view === 'rules' ? <RulesView /> : <LayersView />
}

function JourneyView({ view }: { readonly view: InsightView }) {
  const { t } = useTranslation('insight')
  const place = useInsightPlace()
  const { choices, journey, other } = useChosenJourneys()
  return (
    <>
      {choices.length < 2 ? null : (
        <div className="insight__journeys">
          <JourneyPicker label={t('journey.which')} choices={choices} chosen={journey} onChoose={place.chooseJourney} />
          {ofTwo.has(view) && choices.length > 2 ? (
            <JourneyPicker
              label={t('journey.other')}
              choices={choices.filter(({ id }) => id !== journey?.id)}
              chosen={other}
              onChoose={place.compareWith}
            />
          ) : null}
        </div>
      )}
      <OneView view={view} journey={journey} other={other} isOnly={choices.length < 2} />
    </>
  )
}

interface Props {
  readonly view: InsightView
  readonly journey: JourneyChoice | null
  readonly other: JourneyChoice | null
  readonly isOnly: boolean
}

function OneView({ view, journey, other, isOnly }: Props) {
  const { t } = useTranslation('insight')
  if (view === 'needs') return <NeedsView journeyId={journey?.id ?? null} />
  if (view === 'evidence') return <EvidenceView journeyId={isOnly ? null : (journey?.id ?? null)} />
  if (journey === null) return <EmptyView icon={MapPinned} title={t('noJourney.title')} text={t('noJourney.text')} />
  if (view === 'feeling') return <FeelingView journeyId={journey.id} />
  if (view === 'chain') return <ChainView journeyId={journey.id} />
  if (view === 'channels') return <ChannelsView journeyId={journey.id} />
  if (view === 'burden') return <BurdenView journey={journey} other={other} />
  return <PaperView journey={journey} other={other} />
}
