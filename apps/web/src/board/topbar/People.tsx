import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Participant } from '@samenreis/model/api/participant'
import { LeaveActs } from '../../leave/LeaveActs.tsx'
import { useWatched } from '../../sync/useRoomConnection.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { useBoardSession } from '../BoardSession.ts'

/** Drawings on the bar; the others are a number. */
const MOST_SHOWN = 4

/** Who takes part: drawings on the bar, and a list with name, role and whether somebody is there. */
export function People() {
  const { t } = useTranslation('board')
  const { room, connection, me } = useBoardSession()
  const roster = useWatched(connection.roster)
  const people = sorted(
    roster.filter(({ role }) => role !== 'screen'),
    me.id,
  )
  const here = people.filter(({ connected }) => connected)
  const shown = here.slice(0, MOST_SHOWN)
  const more = here.length - shown.length
  return (
    <DialogTrigger>
      <Button className="people" aria-label={t('people.open', { count: here.length })}>
        {shown.map((person) => (
          <Avatar key={person.id} avatar={person.avatar} size={34} className="people__one" />
        ))}
        {more > 0 ? <span className="people__more">{t('people.more', { count: more })}</span> : null}
      </Button>
      <Popover className="people-popover" placement="bottom end" offset={10}>
        <Dialog className="people-list">
          <Heading slot="title" className="people-list__title">
            {t('people.title')}
          </Heading>
          <ul>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} isMe={person.id === me.id} />
            ))}
          </ul>
          {me.role === 'screen' ? null : (
            <LeaveActs roomId={room.id} me={me.id} hasUnsaved={() => connection.hasUnsavedWork()} />
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function PersonRow({ person, isMe }: { readonly person: Participant; readonly isMe: boolean }) {
  const { t } = useTranslation(['board', 'common'])
  return (
    <li className="person" data-connected={person.connected}>
      <Avatar avatar={person.avatar} size={36} />
      <span className="person__name">
        <span>
          {person.name} {isMe ? <span className="person__me">{t('board:people.me')}</span> : null}
        </span>
        <span className="person__role">{t(`common:role.${person.role}`)}</span>
      </span>
      <span className="person__state">
        <span className="person__dot" aria-hidden="true" />
        {person.connected ? t('board:people.connected') : t('board:people.away')}
      </span>
    </li>
  )
}

/** Oneself first, then who is there, then who is away; within these by name. */
function sorted(people: readonly Participant[], me: string): readonly Participant[] {
  const place = (person: Participant): number => (person.id === me ? 0 : person.connected ? 1 : 2)
  return [...people].sort((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
}
