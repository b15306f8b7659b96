import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useInsightPlace } from './InsightPlaceContext.ts'
import { offeredViews, viewIcons } from './InsightView.ts'

/** The list of views: what each asks, and the way in. */
export function InsightIndex() {
  const { t } = useTranslation('insight')
  const place = useInsightPlace()
  return (
    <>
      <p className="insight__lead">{t('lead')}</p>
      <ul className="insight-list">
        {offeredViews.map((view) => {
          const Icon = viewIcons[view]
          return (
            <li key={view}>
              <button type="button" id={`insight-${view}`} className="insight-item" onClick={() => place.show(view)}>
                <span className="insight-item__icon">
                  <Icon size={22} aria-hidden="true" />
                </span>
                <span className="insight-item__words">
                  <span className="insight-item__name">{t(`view.${view}.name`)}</span>
                  <span className="insight-item__question">{t(`view.${view}.question`)}</span>
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
