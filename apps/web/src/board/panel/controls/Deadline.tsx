import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { CalendarDays } from 'lucide-react'
import { useBoardSession } from '../../BoardSession.ts'
import { dayInWords, dayOf, usualMoments } from '../deadlineText.ts'
import { changeFields } from '../useField.ts'
import { SharedText } from './SharedText.tsx'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<typeof SharedText>, 'lines' | 'placeholder'>

/** When it is done: typed, or set by a button to a real day. */
export function Deadline(props: Props) {
  const { t, i18n } = useTranslation('panel')
  const editor = useEditor()
  const { room } = useBoardSession()
  const dayInput = useRef<HTMLInputElement>(null)
  const language = i18n.language === 'en' ? 'en' : 'nl'
  const set = (iso: string): void => {
    const words = dayInWords(iso, language)
    if (words !== '') changeFields(editor, props.shapeId, { [props.name]: words })
  }
  return (
    <div className="deadline">
      <SharedText {...props} lines={1} placeholder={t('deadline.placeholder')} />
      {props.readOnly ? null : (
        <fieldset className="chips" aria-label={props.label}>
          {usualMoments.map((moment) => (
            <button key={moment} type="button" className="chip" onClick={() => set(dayOf(moment, room.date))}>
              <span>{t(`deadline.${moment}`)}</span>
            </button>
          ))}
          <span className="day-chip">
            <button type="button" className="chip" onClick={() => dayInput.current?.showPicker()}>
              <CalendarDays size={18} aria-hidden="true" />
              <span>{t('deadline.date')}</span>
            </button>
            <input
              ref={dayInput}
              type="date"
              className="day-chip__input"
              tabIndex={-1}
              aria-hidden="true"
              min={room.date}
              onChange={(event) => set(event.target.value)}
            />
          </span>
        </fieldset>
      )}
    </div>
  )
}
