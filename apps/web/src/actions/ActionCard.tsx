import { ChevronDown, ChevronUp, CircleCheck, PencilLine } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import type { BoardSnapshot } from '@samenreis/model/document/read'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { Button } from '../ui/Button.tsx'
import { ActionForm } from './ActionForm.tsx'
import { ActionLinks } from './ActionLinks.tsx'
import { lacksOf } from './actionLists.ts'
import { ActionMore } from './ActionMore.tsx'
import type { Labels } from './Labels.ts'
import { VotesLine } from './VotesLine.tsx'
import { WarningList } from './WarningList.tsx'
import { WhoWhatWhen } from './WhoWhatWhen.tsx'

interface Props {
  readonly action: ImprovementAction
  readonly labels: Labels
  readonly connection: RoomConnection
  readonly snapshot: BoardSnapshot
  /** Whether this person fills in who, when and for which organisation: who leads does. */
  readonly mayFill: boolean
  /** Whether its form is open; one at a time. */
  readonly isFilling: boolean
  /** Its form was closed a moment ago, perhaps in another group: the keyboard goes on here. */
  readonly takesFocus: boolean
  readonly onFilling: (isFilling: boolean) => void
}

/** One action: what, who, when and state at a glance; the rest one tap away. */
export function ActionCard({ action, labels, connection, snapshot, mayFill, isFilling, takesFocus, onFilling }: Props) {
  const { t } = useTranslation(['actions', 'kinds'])
  const id = useId()
  const [showsMore, setShowsMore] = useState(false)
  const lacks = lacksOf(action)
  const fillButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) fillButton.current?.focus()
  }, [takesFocus])
  return (
    <li className={action.ready ? 'action action--ready' : 'action'}>
      <article aria-labelledby={id}>
        <div className="action__head">
          <span className="action__rank">
            <span className="visually-hidden">{t('rank', { rank: action.priority.rank })}</span>
            <span aria-hidden="true">{action.priority.rank}</span>
          </span>
          <div className="action__words">
            <h3 id={id} className="action__title">
              {action.title}
            </h3>
            {action.description === null ? null : <p className="action__text">{action.description}</p>}
          </div>
          <VotesLine priority={action.priority} />
        </div>
        <WhoWhatWhen action={action} />
        <ActionLinks action={action} />
        {lacks.length === 0 ? null : (
          <p className="action__state">
            {t('lacks', { fields: lacks.map((lack) => t(`missing.${lack}`)).join(', ') })}
          </p>
        )}
        <WarningList warnings={action.warnings} labels={labels} />
        {isFilling ? (
          <ActionForm action={action} connection={connection} snapshot={snapshot} onDone={() => onFilling(false)} />
        ) : null}
        {showsMore ? <ActionMore action={action} labels={labels} /> : null}
        <div className="action__acts">
          {isFilling || !mayFill || action.source.kind === 'untyped' ? null : (
            <Button
              ref={fillButton}
              {...(action.ready ? {} : { purpose: 'secondary' as const })}
              icon={<PencilLine aria-hidden />}
              onClick={() => onFilling(true)}
            >
              {action.ready ? t('change') : t('fill')}
              <span className="visually-hidden">: {action.title}</span>
            </Button>
          )}
          <Button
            purpose="subtle"
            icon={showsMore ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
            aria-expanded={showsMore}
            onClick={() => setShowsMore(!showsMore)}
          >
            {showsMore ? t('less') : t('more')}
            <span className="visually-hidden">: {action.title}</span>
          </Button>
          {action.ready ? (
            <p className="action__state action__state--ready">
              <CircleCheck aria-hidden /> {t('ready')}
            </p>
          ) : null}
        </div>
      </article>
    </li>
  )
}
