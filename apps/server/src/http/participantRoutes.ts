import { ParticipantChange, type ParticipantList } from '@samenreis/model/api/participant'
import { ParticipantParam } from '@samenreis/model/api/rooms'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { leads, type Role } from '@samenreis/model/records/enumerations'
import { Hono } from 'hono'
import { saidOfPerson } from '../access/saidOfPerson.ts'
import { fits, mayEdit } from '../access/roles.ts'
import type { AppDeps } from './AppDeps.ts'
import { members, type MemberEnv } from './member.ts'
import type { ParticipantRecord } from '../storage/RoomDirectory.ts'
import { ProblemError } from './ProblemError.ts'
import { clearSessionCookie } from './sessionCookie.ts'
import { valid } from './valid.ts'

/** `/rooms/:roomId/participants`: who takes part. */
export function participantRoutes({ directory, rooms, sessions, roster, erasures }: AppDeps) {
  /** The person of the address, whom the asker is or leads. @throws ProblemError */
  const personToErase = async (
    { room, participant: me, session }: MemberEnv['Variables']['member'],
    participantId: ParticipantId,
  ): Promise<ParticipantRecord> => {
    if (me.id !== participantId && session.right !== 'facilitator') throw new ProblemError('forbidden')
    const person = (await directory.participantsOf(room.id)).find((each) => each.id === participantId)
    if (person === undefined) throw new ProblemError('not-found')
    return person
  }

  return new Hono<MemberEnv>()
    .get('/', members(sessions), async (c) => {
      const list: ParticipantList = { participants: [...(await roster.of(c.var.member.room.id))] }
      return c.json(list, 200)
    })
    .patch(
      '/:participantId',
      members(sessions),
      valid('param', ParticipantParam, 'not-found'),
      valid('json', ParticipantChange),
      async (c) => {
        const { room, participant: me, session } = c.var.member
        const { participantId } = c.req.valid('param')
        const { name, avatar, role } = c.req.valid('json')
        const all = await directory.participantsOf(room.id)
        const before = all.find((each) => each.id === participantId && !each.demo)
        if (before === undefined) throw new ProblemError('not-found')
        const itself = me.id === participantId
        if (!itself && (name !== undefined || avatar !== undefined)) throw new ProblemError('forbidden')
        if (role !== undefined && session.right !== 'facilitator') throw new ProblemError('forbidden')
        if (role !== undefined && !mayBecome(before.role, role, itself)) {
          throw new ProblemError('forbidden', { detail: 'This role does not fit the link', fields: ['role'] })
        }
        const said = saidOfPerson({ name, avatar, role })
        const after = await directory.changeParticipant(room.id, participantId, said)
        if (after === null) throw new ProblemError('not-found')
        // An open connection holds the rights that it was let in with: let it come back with the new ones.
        const edits = mayEdit(before.role, 'participant') !== mayEdit(after.role, 'participant')
        if (edits || leads(before.role) !== leads(after.role)) {
          rooms.disconnect(room.id, (id) => id === participantId, 'restarting')
        }
        await roster.announce(room.id)
        return c.json(roster.shown(after), 200)
      },
    )
    .get(
      '/:participantId/contribution',
      members(sessions),
      valid('param', ParticipantParam, 'not-found'),
      async (c) => {
        const person = await personToErase(c.var.member, c.req.valid('param').participantId)
        return c.json(await erasures.contributionOf(person), 200)
      },
    )
    .delete('/:participantId', members(sessions), valid('param', ParticipantParam, 'not-found'), async (c) => {
      const { room, participant: me } = c.var.member
      const person = await personToErase(c.var.member, c.req.valid('param').participantId)
      const contribution = await erasures.eraseContribution(person, me.id)
      if (person.id === me.id) clearSessionCookie(c, room.id)
      await roster.announce(room.id)
      return c.json(contribution, 200)
    })
}

/** Nobody leads who did not come in by the facilitator's link, and a screen stays a screen. */
function mayBecome(before: Role, after: Role, itself: boolean): boolean {
  if (before === 'screen' || after === 'screen') return before === after
  return fits(after, itself || leads(before) ? 'facilitator' : 'participant')
}
