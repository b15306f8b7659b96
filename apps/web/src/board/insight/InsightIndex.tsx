import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Finding } from './Finding.tsx'
import { useInsightPlace } from './InsightPlaceContext.ts'
import { InsightView, viewIcons } from './InsightView.ts'
import { JourneyPicker } from './parts/JourneyPicker.tsx'
import { useChosenJourneys } from './useChosenJourneys.ts'

/** The list of views: what each has to tell in a few words, and the way in. */
export function InsightIndex() {
  const { t } = useTranslation('insight')
  const place = useInsightPlace()
  const { choices, journey, other } = useChosenJourneys()
  return (
    <>
      {choices.length < 2 ? (
        <p className="insight__lead">{t('lead')}</p>
      ) : (
        <JourneyPicker label={t('journey.which')} choices={choices} chosen={journey} onChoose={place.chooseJourney} />
      )}
      <ul className="insight-list">
        {InsightView.options.map((view) => {
          const Icon = viewIcons[view]
          return (
            <li key={view}>
              <button type="button" id={`insight-${view}`} className="insight-item" onClick={() => place.show(view)}>
                <span className="insight-item__icon">
                  <Icon size={22} aria-hidden="true" />
                </span>
                <span className="insight-item__words">
                  <span className="insight-item__name">{t(`view.${view}.name`)}</span>
                  <span className="insight-item__finding">
                    <Finding view={view} journey={journey} other={other} isOnly={choices.length < 2} />
                  </span>
                </span>
                <ChevronRight size={20} aria-hidden="true" />
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
