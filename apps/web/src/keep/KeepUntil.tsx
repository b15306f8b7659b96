import { CalendarClock } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RETENTION_WARN_DAYS, type RoomRetention } from '@samenreis/model/api/retention'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { changeRoom } from '../api/rooms.ts'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { KeepSection } from './KeepSection.tsx'

interface Props {
  readonly roomId: RoomId
  readonly retention: RoomRetention
}

/** Until when the session is kept, and choosing another day. */
export function KeepUntil({ roomId, retention: atFirst }: Props) {
  const { t, i18n } = useTranslation(['keep', 'problems'])
  const [retention, setRetention] = useState(atFirst)
  const [day, setDay] = useState(atFirst.until)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemReason | null>(null)
  const long = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' })
  const date = (iso: string): string => long.format(new Date(`${iso}T12:00:00`))

  const choose = (): void => {
    setBusy(true)
    setProblem(null)
    changeRoom(roomId, { retentionUntil: day })
      .then(
        (room) => {
          if (room.retention !== undefined) setRetention(room.retention)
        },
        (error: unknown) => setProblem(reasonOf(error)),
      )
      .finally(() => setBusy(false))
  }

  return (
    <KeepSection
      title={t('until.title', { date: date(retention.until) })}
      icon={<CalendarClock size={22} aria-hidden />}
    >
      <p className="keep__text">{retention.chosen ? t('until.chosen') : t('until.byItself')}</p>
      {retention.daysLeft > RETENTION_WARN_DAYS ? null : (
        <Notice tone="warning" title={t('until.soon', { count: retention.daysLeft })}>
          <p>{t('until.soonText')}</p>
        </Notice>
      )}
      <TextField
        type="date"
        label={t('until.choose')}
        hint={t('until.latest', { date: date(retention.latest) })}
        value={day}
        max={retention.latest}
        problem={problem === null ? undefined : t('until.failed')}
        onChange={setDay}
        end={
          <Button busy={busy} disabled={day === '' || day === retention.until} onClick={choose}>
            {t('until.set')}
          </Button>
        }
      />
    </KeepSection>
  )
}
