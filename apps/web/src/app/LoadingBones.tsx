import './loading-bones.css'
import { useTranslation } from 'react-i18next'

const PHASES = [0, 1, 2]
const CARDS = [0, 1, 2, 3, 4, 5]

/** The grey bones of a board while the real one is fetched (look.md: never a lone spinner). */
export function LoadingBones() {
  const { t } = useTranslation('common')
  return (
    <div className="bones">
      <output className="visually-hidden">{t('loading')}</output>
      <div className="bones__bar" aria-hidden="true">
        <span className="bones__line" />
      </div>
      <div className="bones__sheet" aria-hidden="true">
        <div className="bones__phases">
          {PHASES.map((each) => (
            <span key={each} className="bones__line" />
          ))}
        </div>
        <div className="bones__cards">
          {CARDS.map((each) => (
            <span key={each} className="bones__card" />
          ))}
        </div>
        <svg className="bones__curve" viewBox="0 0 600 80" preserveAspectRatio="none">
          <path d="M10 50c60 0 60-30 120-30s60 36 120 36 60-16 120-16 60 24 120 24 60-34 100-34" />
        </svg>
        <div className="bones__cards">
          {CARDS.map((each) => (
            <span key={each} className="bones__card" />
          ))}
        </div>
      </div>
    </div>
  )
}
