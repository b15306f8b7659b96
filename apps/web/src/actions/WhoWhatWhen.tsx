import { Building2, CalendarDays, CircleDot, UserRound, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import { Language } from '@samenreis/model/api/rooms'
import { isKnown } from './actionLists.ts'
import { dayInWords } from './deadlineDays.ts'

interface Cell {
  readonly label: string
  readonly icon: LucideIcon
  /** null = nothing is there. */
  readonly value: string | null
  readonly known: boolean
}

/** Who, which organisation, when and state, side by side; what is not known yet has a dashed edge and says so. */
export function WhoWhatWhen({ action }: { readonly action: ImprovementAction }) {
  const { t, i18n } = useTranslation(['actions', 'kinds'])
  const language = Language.catch('nl').parse(i18n.language)
  const organisation = action.organisation?.label ?? null
  const deadline = action.deadline
  const date = deadline?.date ?? null
  const cells: readonly Cell[] = [
    { label: t('who'), icon: UserRound, value: action.owner?.name ?? null, known: isKnown(action, 'owner') },
    {
      label: t('organisation'),
      icon: Building2,
      value:
        organisation !== null && action.organisation?.via === 'inherited'
          ? t('suggestion', { name: organisation })
          : organisation,
      known: isKnown(action, 'organisation'),
    },
    {
      label: t('when'),
      icon: CalendarDays,
      value:
        deadline === null
          ? null
          : date === null
            ? t('unreadableDate', { text: deadline.text })
            : dayInWords(date, language),
      known: isKnown(action, 'deadline'),
    },
    {
      label: t('status'),
      icon: CircleDot,
      value: t(`kinds:actionStatus.${action.status}`),
      known: action.status !== 'proposed',
    },
  ]
  return (
    <dl className="who-what-when">
      {cells.map(({ label, icon: Icon, value, known }) => (
        <div key={label} className={known ? 'who-what-when__cell' : 'who-what-when__cell who-what-when__cell--open'}>
          <dt>
            <Icon aria-hidden /> {label}
          </dt>
          <dd>{value ?? t('stillEmpty')}</dd>
        </div>
      ))}
    </dl>
  )
}
