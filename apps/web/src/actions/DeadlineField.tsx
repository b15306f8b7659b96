import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { readDeadline } from '@samenreis/model/actions/deadline'
import { Language } from '@samenreis/model/api/rooms'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { shapeKinds } from '@samenreis/model/records/recordKinds'
import { serverClock } from '../api/ServerClock.ts'
import { useRoomAccess } from '../app/RoomAccess.ts'
import { SharedTextField } from '../ui/SharedTextField.tsx'
import { fillIn, type FillableRecord } from './actionFields.ts'
import { dayInWords, deadlineButtons, deadlineDay, writtenDay, type DeadlineButton } from './deadlineDays.ts'

interface Props {
  readonly board: BoardDocument
  readonly record: FillableRecord
}

/** When it is done: free text that is read as a day (actions.md D4), with buttons for usual days. */
export function DeadlineField({ board, record }: Props) {
  const { t, i18n } = useTranslation('actions')
  const { room } = useRoomAccess()
  const id = useId()
  const language = Language.catch('nl').parse(i18n.language)
  const { deadline } = readDeadline(record.deadline, room.date)
  const day = deadline?.date ?? null
  /** Counted from today, or from the session when that is still to come. */
  const set = (button: DeadlineButton): void => {
    const today = serverClock.now().toISOString().slice(0, 10)
    const from = today > room.date ? today : room.date
    fillIn(board, record.id, { deadline: writtenDay(deadlineDay(button, from), language) })
  }
  return (
    <div className="action-field">
      <label htmlFor={id} className="field-label">
        {t('when')}
      </label>
      <p id={`${id}-hint`} className="action-field__hint">
        {t('form.dateHint')}
      </p>
      <SharedTextField
        id={id}
        className="text-field__input"
        aria-describedby={`${id}-hint ${id}-read`}
        value={record.deadline}
        maxLength={shapeKinds[record.type].texts.deadline}
        onChange={(text) => fillIn(board, record.id, { deadline: text })}
      />
      <div className="action-field__chips">
        {deadlineButtons.map((button) => (
          <button key={button} type="button" className="suggestion" onClick={() => set(button)}>
            {t(`form.date.${button}`)}
          </button>
        ))}
      </div>
      <output id={`${id}-read`} className="action-field__hint">
        {record.deadline.trim() === ''
          ? ''
          : day === null
            ? t('warning.DEADLINE_UNPARSED')
            : t('form.read', { date: dayInWords(day, language) })}
      </output>
    </div>
  )
}
