import { Heading } from '@nl-design-system-candidate/heading-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImprovementAction } from '@samenreis/model/actions/improvementAction'
import { leads } from '@samenreis/model/records/enumerations'
import type { ActionId } from '@samenreis/model/ids/actionId'
import { mayPass } from '../api/passing.ts'
import { useRoomAccess } from '../app/RoomAccess.ts'
import { roomPath } from '../share/roomLink.ts'
import type { RoomConnection } from '../sync/RoomConnection.ts'
import { useWatched } from '../sync/useRoomConnection.ts'
import { Button } from '../ui/Button.tsx'
import { ChoiceChips } from '../ui/ChoiceChips.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import { CONTENT_ID } from '../ui/SkipToContent.tsx'
import { ActionCard } from './ActionCard.tsx'
import { filters, sortActions, type Filter, type Held } from './actionLists.ts'
import { EmptyActions } from './EmptyActions.tsx'
import { Labels } from './Labels.ts'
import { OtherCards } from './OtherCards.tsx'
import { TakeAlong } from './TakeAlong.tsx'
import { useActionList } from './useActionList.ts'

interface Props {
  readonly connection: RoomConnection
  readonly onReopen: () => void
}

/** Complete actions first, then what is still to be filled in, then what is no action (any more). */
export function ActionsList({ connection, onReopen }: Props) {
  const { t } = useTranslation(['actions', 'common', 'problems'])
  const { room } = useRoomAccess()
  const { extraction, snapshot, problem, readAgain } = useActionList(connection)
  const roster = useWatched(connection.roster)
  const state = useWatched(connection.state).kind
  const me = useWatched(connection.me)
  const [filter, setFilter] = useState<Filter>('all')
  const [held, setHeld] = useState<Held | null>(null)
  const [doneId, setDoneId] = useState<ActionId | null>(null)
  const labels = useMemo(
    () => (extraction === null || snapshot === null ? null : new Labels(snapshot.records, extraction, roster)),
    [extraction, snapshot, roster],
  )
  const hasEnded = state === 'refused' || state === 'reset'
  const works = !hasEnded && me?.mayEdit === true
  const mayFill = works && leads(me.role)

  const failed =
    problem === null ? null : (
      <Notice
        tone={extraction === null ? 'negative' : 'warning'}
        title={t(`problems:byReason.${problem}.title`)}
        announce
      >
        <p>{extraction === null ? t(`problems:byReason.${problem}.text`) : t('stale')}</p>
        {mayPass(problem) ? <Button onClick={readAgain}>{t('common:tryAgain')}</Button> : null}
      </Notice>
    )
  const ended = hasEnded ? (
    <Notice tone="warning" title={t('viewOnly')} announce>
      <Button onClick={onReopen}>{t('common:tryAgain')}</Button>
    </Notice>
  ) : null

  if (extraction === null || snapshot === null || labels === null) {
    return (
      <main className="actions__main" id={CONTENT_ID} tabIndex={-1}>
        {failed ?? ended ?? <ActionBones />}
      </main>
    )
  }
  const { ready, open, notDoing } = sortActions(extraction, held)
  // Counted as they are, wherever they stand at the moment.
  const counted = sortActions(extraction, null)
  const counts = {
    all: counted.ready.length + counted.open.length,
    ready: counted.ready.length,
    open: counted.open.length,
  }
  const group = (name: 'ready' | 'open' | 'notDoing', actions: readonly ImprovementAction[]) => (
    <section className="actions__group" aria-labelledby={`group-${name}`}>
      <Heading level={2} id={`group-${name}`} appearance="level-3">
        {t(`group.${name}.title`)} <span className="actions__number">{actions.length}</span>
      </Heading>
      <p className="actions__hint">
        {actions.length === 0 && name !== 'notDoing' ? t(`nothingInFilter.${name}`) : t(`group.${name}.text`)}
      </p>
      <ol className="actions__cards">
        {actions.map((action) => (
          <ActionCard
            key={action.id}
            action={action}
            labels={labels}
            connection={connection}
            snapshot={snapshot}
            mayFill={mayFill}
            isFilling={action.id === held?.id}
            takesFocus={action.id === doneId}
            onFilling={(filling) => {
              setHeld(filling ? { id: action.id, group: name } : null)
              setDoneId(filling ? null : action.id)
            }}
          />
        ))}
      </ol>
    </section>
  )

  return (
    <main className="actions__main" id={CONTENT_ID} tabIndex={-1}>
      <div className="actions__head">
        <div>
          <Heading level={1}>{t('title')}</Heading>
          <p className="actions__hint">{t(works && !mayFill ? 'facilitatorFills' : 'lead')}</p>
        </div>
        {counts.all === 0 ? null : (
          <ChoiceChips
            label={t('filter.label')}
            labelHidden
            value={filter}
            onChange={setFilter}
            choices={filters.map((value) => ({
              value,
              label: t(`filter.${value}`, { count: counts[value] }),
            }))}
          />
        )}
      </div>
      {ended}
      {failed}
      {ready.length + open.length === 0 ? (
        <EmptyActions>
          <LinkButton to={roomPath(room.id)} purpose="primary">
            {t('common:toBoard')}
          </LinkButton>
        </EmptyActions>
      ) : (
        <>
          {filter === 'open' ? null : group('ready', ready)}
          {filter === 'ready' ? null : group('open', open)}
        </>
      )}
      {filter === 'all' ? (
        <>
          {notDoing.length === 0 ? null : group('notDoing', notDoing)}
          <OtherCards extraction={extraction} labels={labels} />
        </>
      ) : null}
      <TakeAlong roomId={room.id} mayImport={mayFill} />
    </main>
  )
}

function ActionBones() {
  const { t } = useTranslation('common')
  return (
    <div className="actions__bones">
      <output className="visually-hidden">{t('loading')}</output>
      {[0, 1, 2].map((each) => (
        <span key={each} aria-hidden="true" />
      ))}
    </div>
  )
}
