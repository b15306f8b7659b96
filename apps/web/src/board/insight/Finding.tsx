import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { burden } from '@samenreis/model/journey/views/burden'
import { channelView } from '@samenreis/model/journey/views/channelView'
import { curveSummary } from '@samenreis/model/journey/views/curveSummary'
import { evidenceMeter } from '@samenreis/model/journey/views/evidenceMeter'
import { gapView, type Gap } from '@samenreis/model/journey/views/gapView'
import { handovers } from '@samenreis/model/journey/views/handovers'
import { layerMeter } from '@samenreis/model/journey/views/layerMeter'
import { needsAndIdeas } from '@samenreis/model/journey/views/needsAndIdeas'
import { paperAgainstPractice } from '@samenreis/model/journey/views/paperAgainstPractice'
import { policyTable } from '@samenreis/model/journey/views/policyTable'
import { useWord } from '../panel/useWord.ts'
import type { InsightView } from './InsightView.ts'
import type { JourneyChoice } from './JourneyChoices.ts'
import { meanText, nearestFeeling, numberText, shareText } from './numbers.ts'
import { Label } from './parts/Label.tsx'
import { useView } from './ReadingContext.ts'
import { paperOf } from './views/paperOf.ts'

interface Props {
  readonly view: InsightView
  readonly journey: JourneyChoice | null
  readonly other: JourneyChoice | null
  /** Whether the board has no other journey: what is counted is then the whole board. */
  readonly isOnly: boolean
}

/** What a view has to tell, in a few words; the question that it answers while it has nothing. */
export function Finding({ view, journey, other, isOnly }: Props) {
  if (view === 'needs') return <Needs />
  if (view === 'rules') return <Rules />
  if (view === 'layers') return <Layers />
  if (view === 'evidence') return <Evidence journeyId={isOnly ? null : (journey?.id ?? null)} />
  if (journey === null) return <Question view={view} />
  if (view === 'feeling') return <Feeling journeyId={journey.id} />
  if (view === 'chain') return <Chain journeyId={journey.id} />
  if (view === 'burden') return <Burden journeyId={journey.id} />
  if (view === 'channels') return <Channels journeyId={journey.id} />
  const hasBoth = journey.steps > 0 && other !== null && other.steps > 0
  return hasBoth ? <Paper {...paperOf(journey, other)} /> : <Question view="paper" />
}

function Question({ view }: { readonly view: InsightView }) {
  const { t } = useTranslation('insight')
  return t(`view.${view}.question`)
}

interface OfJourney {
  readonly journeyId: ShapeId
}

function Feeling({ journeyId }: OfJourney) {
  const { t, i18n } = useTranslation('insight')
  const word = useWord()
  const { named } = useView(gapView, journeyId)
  const { mean } = useView(curveSummary, journeyId).client
  const [largest] = named
  if (largest !== undefined) return <LargestGap gap={largest} />
  if (mean === null) return <Question view="feeling" />
  return t('finding.feelingMean', {
    feeling: word('sentiment', nearestFeeling(mean)),
    number: meanText(mean, i18n.language),
  })
}

function LargestGap({ gap: { stepId, gap } }: { readonly gap: Gap }) {
  const { t, i18n } = useTranslation('insight')
  return (
    <>
      {t('finding.feeling', { gap: numberText(Math.abs(gap), i18n.language) })} “<Label id={stepId} />”
    </>
  )
}

function Chain({ journeyId }: OfJourney) {
  const { t } = useTranslation('insight')
  const { length: count } = useView(handovers, journeyId)
  return count === 0 ? <Question view="chain" /> : t('finding.chain', { count })
}

function Burden({ journeyId }: OfJourney) {
  const { t } = useTranslation('insight')
  const { letters, waiting, steps } = useView(burden, journeyId)
  if (steps.count === 0) return <Question view="burden" />
  return t('finding.burden', {
    letters: t('finding.letters', { count: letters.count }),
    days: t('days', { count: waiting.days }),
  })
}

function Paper({ paper, lived }: { readonly paper: JourneyChoice; readonly lived: JourneyChoice }) {
  const { t } = useTranslation('insight')
  const { added, missing } = useView(paperAgainstPractice, paper.id, lived.id)
  return t('finding.paper', {
    added: t('finding.added', { count: added.length }),
    missing: t('finding.missing', { count: missing.length }),
  })
}

function Needs() {
  const { t } = useTranslation('insight')
  const { needsWithoutIdea, ideasWithoutNeed } = useView(needsAndIdeas)
  if (needsWithoutIdea.length > 0) return t('finding.needs', { count: needsWithoutIdea.length })
  if (ideasWithoutNeed.length > 0) return t('finding.ideas', { count: ideasWithoutNeed.length })
  return <Question view="needs" />
}

function Channels({ journeyId }: OfJourney) {
  const { t } = useTranslation('insight')
  const { length: count } = useView(channelView, journeyId).unwanted
  return count === 0 ? <Question view="channels" /> : t('finding.channels', { count })
}

function Rules() {
  const { t } = useTranslation('insight')
  const clashing = useView(policyTable).rows.filter(({ cells, withoutPersona }) =>
    [...cells.flatMap(({ verdicts }) => verdicts), ...withoutPersona].some(({ verdict }) => verdict === 'clashes'),
  )
  return clashing.length === 0 ? <Question view="rules" /> : t('finding.rules', { count: clashing.length })
}

function Layers() {
  const { t } = useTranslation('insight')
  const { total, untouched, layers } = useView(layerMeter)
  const isAsked = total > 0 || untouched.length < layers.length
  if (!isAsked || untouched.length === 0) return <Question view="layers" />
  return t('finding.layers', { count: untouched.length, of: layers.length })
}

function Evidence({ journeyId }: { readonly journeyId: ShapeId | null }) {
  const { t, i18n } = useTranslation('insight')
  const { total, bases } = useView(evidenceMeter, ...(journeyId === null ? [] : [journeyId]))
  if (total === 0) return <Question view="evidence" />
  return t('finding.evidence', { lived: shareText(bases[0]?.share ?? 0, i18n.language) })
}
