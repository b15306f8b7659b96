import type { ParticipantChange } from '@samenreis/model/api/participant'
import type { RoomDirectory } from '../storage/RoomDirectory.ts'
import { cleanName } from './inventedNames.ts'

type Change = Parameters<RoomDirectory['changeParticipant']>[2]

/** The fields that were said, and no others: a name must not bring back the role that was read with it. An empty name says nothing. */
export function saidOfPerson({ name, avatar, role }: ParticipantChange): Change {
  const cleaned = cleanName(name ?? '')
  return {
    ...(cleaned === '' ? {} : { name: cleaned }),
    ...(avatar === undefined ? {} : { avatar }),
    ...(role === undefined ? {} : { role }),
  }
}
