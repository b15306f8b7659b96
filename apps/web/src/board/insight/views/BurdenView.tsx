import { Weight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import { burden } from '@samenreis/model/journey/views/burden'
import type { JourneyChoice } from '../JourneyChoices.ts'
import { numberText } from '../numbers.ts'
import { CardList } from '../parts/CardList.tsx'
import { EmptyView } from '../parts/EmptyView.tsx'
import { Fold } from '../parts/Fold.tsx'
import { Part } from '../parts/Part.tsx'
import { useView } from '../ReadingContext.ts'
import { BesideEachOther } from './BesideEachOther.tsx'
import { amountOf, burdenMeasures } from './burdenMeasures.ts'

interface Props {
  readonly journey: JourneyChoice
  /** null = there is no other journey to hold it against. */
  readonly other: JourneyChoice | null
}

/** What a journey costs the person, and the same of another one beside it. */
export function BurdenView({ journey, other }: Props) {
  const { t } = useTranslation('insight')
  const { steps } = useView(burden, journey.id)
  if (steps.count === 0) return <EmptyView icon={Weight} title={t('noSteps.title')} text={t('noSteps.text')} />
  return (
    <>
      <Part title={t('burden.title')} lead={t('burden.lead')}>
        <Figures journeyId={journey.id} />
      </Part>
      {other === null || other.steps === 0 ? (
        <p className="insight-note">{t('burden.noOther')}</p>
      ) : (
        <BesideEachOther journey={journey} other={other} />
      )}
    </>
  )
}

/** Each figure opens to the steps behind it. */
function Figures({ journeyId }: { readonly journeyId: ShapeId }) {
  const { t, i18n } = useTranslation('insight')
  const counted = useView(burden, journeyId)
  return (
    <ul className="figures">
      {burdenMeasures.map(({ measure, icon: Icon }) => {
        const amount = amountOf(counted, measure)
        const { stepIds } = counted[measure]
        return (
          <li key={measure} data-nought={amount === 0}>
            <Fold
              summary={
                <>
                  <Icon size={22} aria-hidden="true" />
                  <span className="figure__amount">{numberText(amount, i18n.language)}</span>
                  <span className="figure__word">{t(`burden.measure.${measure}`, { count: amount })}</span>
                </>
              }
            >
              {stepIds.length === 0 ? null : <CardList ids={stepIds} />}
            </Fold>
          </li>
        )
      })}
    </ul>
  )
}
