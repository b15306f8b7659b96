import type { Language } from '@samenreis/model/api/rooms'
import { CalendarDays } from 'lucide-react'
import { useRef, type ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor } from 'tldraw'
import { deadlineDay, writtenDay } from '../../../actions/deadlineDays.ts'
import { useBoardSession } from '../../BoardSession.ts'
import { deadlineReading } from '../deadlineText.ts'
import { changeFields } from '../useField.ts'
import { textOf } from './plainValue.ts'
import { SharedText } from './SharedText.tsx'

type Props = Omit<ComponentProps<typeof SharedText>, 'lines' | 'placeholder'>

const buttons = ['nextWeek', 'nextMonth', 'summer', 'yearEnd'] as const
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

/** When it is done: typed, or set by a button to a real day; says how it will be read. */
export function Deadline(props: Props) {
  const { t, i18n } = useTranslation('panel')
  const editor = useEditor()
  const { room } = useBoardSession()
  const dayInput = useRef<HTMLInputElement>(null)
  const language: Language = i18n.language === 'en' ? 'en' : 'nl'
  const reading = deadlineReading(textOf(props.value), room.date, language)
  const set = (iso: string): void => {
    // A date field that is being typed in has no day yet.
    if (ISO_DAY.test(iso)) changeFields(editor, props.shapeId, { [props.name]: writtenDay(iso, language) })
  }
  return (
    <div className="deadline">
      <SharedText {...props} lines={1} placeholder={t('deadline.placeholder')} />
      {reading.kind === 'day' ? <p className="quiet">{t('deadline.read', { day: reading.day })}</p> : null}
      {reading.kind === 'unread' ? <p className="quiet">{t('deadline.unread')}</p> : null}
      {props.readOnly ? null : (
        <fieldset className="chips" aria-label={props.label}>
          {buttons.map((button) => (
            <button key={button} type="button" className="chip" onClick={() => set(deadlineDay(button, room.date))}>
              <span>{t(`deadline.${button}`)}</span>
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
