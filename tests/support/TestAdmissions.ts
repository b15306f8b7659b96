import type { Admission, Admissions, SessionCarrier } from '@samenreis/server/access/Admission'
import { LinkRight } from '@samenreis/model/api/rooms'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { Role } from '@samenreis/model/records/enumerations'

/** The token of a person with a role and a link; it needs no store, so that it outlives a killed server. */
export function tokenOf(participantId: string, role: Role = 'client', right: LinkRight = 'participant'): string {
  return [participantId, role, right].join('.')
}

/** Admissions for tests of the sync server alone: the token says who it is. */
export class TestAdmissions implements Admissions {
  /** Participants whose sessions have ended. */
  readonly ended = new Set<string>()

  admit(roomId: RoomId, { subprotocols, authorization, cookie }: SessionCarrier): Promise<Admission | null> {
    const offered = subprotocols.find((each) => each.startsWith('bearer.'))?.slice('bearer.'.length)
    const token = offered ?? authorization?.replace('Bearer ', '') ?? cookie?.replace('session=', '') ?? ''
    const [id, role, right] = token.split('.')
    const participantId = ParticipantId.safeParse(id)
    if (!participantId.success || this.ended.has(participantId.data)) return Promise.resolve(null)
    const checkedRole = Role.parse(role)
    return Promise.resolve({
      roomId,
      participantId: participantId.data,
      right: LinkRight.parse(right),
      role: checkedRole,
      mayEdit: checkedRole !== 'screen' && checkedRole !== 'observer',
    })
  }
}
