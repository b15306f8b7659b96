import './departure.css'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { Notice } from '../ui/Notice.tsx'
import { DEPARTURE_PARAM, departures } from './leaveDevice.ts'

/** On the start page: that the device is clean, or that something was erased. */
export function DepartureNotice() {
  const { t } = useTranslation('leave')
  const [params] = useSearchParams()
  const departure = departures.find((each) => each === params.get(DEPARTURE_PARAM))
  if (departure === undefined) return null
  return (
    <div className="departure">
      <Notice tone="positive" title={t(`done.${departure}.title`)} announce>
        <p>{t(`done.${departure}.text`)}</p>
      </Notice>
    </div>
  )
}
