import { ParticipantId } from '@samenreis/model/ids/participantId'
import { RoomId } from '@samenreis/model/ids/roomId'
import type { NewRoomContent, ParticipantRecord } from '@samenreis/server/storage/RoomDirectory'

export const roomA = RoomId.parse('a'.repeat(26))
export const roomB = RoomId.parse('b'.repeat(26))
/** A room of its own for each number. */
export function numberedRoom(number: number): RoomId {
  const digits = number.toString(8).replaceAll('0', 'y').replaceAll('1', 'z')
  return RoomId.parse(`r${digits.padStart(25, 'y')}`)
}
export const nora = ParticipantId.parse('pa_nora')
export const ben = ParticipantId.parse('pa_ben')

/** Bytes that differ from each other; stores do not look into them. */
export function bytesOf(...values: number[]): Uint8Array {
  return Uint8Array.from(values)
}

export function participant(roomId: RoomId, id: ParticipantId, name: string): ParticipantRecord {
  return { id, roomId, name, avatar: 'cat', role: 'client', createdAt: '2026-11-22T09:00:00.000Z', demo: false }
}

/** A room as `createRoom` takes it, with as many updates as given. */
export function newRoom(id: RoomId, updates: readonly Uint8Array[] = []): NewRoomContent {
  return {
    room: {
      id,
      title: 'Hulp in huis',
      question: 'Hoe vaak vertelt Riet haar verhaal?',
      language: 'nl',
      date: '2026-11-22',
      createdAt: '2026-11-22T09:00:00.000Z',
      template: 'joint_session',
      context: 'participation',
      retentionUntil: '2026-12-22',
      retentionChosen: false,
      localCopies: false,
      secretHashes: { facilitator: 'f1', participant: 'p1', screen: 's1' },
    },
    epoch: `epoch-${id.slice(0, 1)}`,
    updates,
    participants: [participant(id, nora, 'Nora')],
    rounds: [],
    votes: [],
  }
}
