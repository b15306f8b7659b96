import './wordmark.css'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** Our sign and name; leads to the start. */
export function Wordmark() {
  const { t } = useTranslation('common')
  return (
    <Link to="/" className="wordmark">
      <WordmarkSign />
      <span>{t('product')}</span>
    </Link>
  )
}

/** A road with a stop at each end. */
export function WordmarkSign() {
  return (
    <svg
      className="icon"
      width="28"
      height="28"
      viewBox="0 0 28 28"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.4"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <circle cx="22" cy="6" r="3.2" />
      <circle cx="6" cy="22" r="3.2" />
      <path d="M18.8 6H8a4 4 0 0 0 0 8h12a4 4 0 0 1 0 8H9.2" />
    </svg>
  )
}
