import type { LinkRight } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { RoomDirectory, SessionRecord } from '../storage/RoomDirectory.ts'
import type { BoardRooms } from '../sync/BoardRooms.ts'
import { RoomNotFoundError } from '../sync/RoomNotFoundError.ts'
import type { AdmittedSessions } from './AdmittedSessions.ts'
import { EntryRefusedError } from './EntryRefusedError.ts'
import { hashOf, newLinkSecret, sameHash, type RandomBytes } from './secrets.ts'

export interface LinksDeps {
  readonly directory: RoomDirectory
  readonly rooms: Pick<BoardRooms, 'disconnect'>
  readonly admitted: AdmittedSessions
  readonly random: RandomBytes
}

/** The links of rooms: gives one a new secret and ends what came in by the old one (reliability.md F77). */
export class Links {
  private readonly deps: LinksDeps
  /** Renewals one after the other: two at once would each write back the other's old secret. */
  private last: Promise<unknown> = Promise.resolve()

  constructor(deps: LinksDeps) {
    this.deps = deps
  }

  /**
   * @param by who renews it; her connections stay, because she gets a session by the new link
   * @returns the new secret
   * @throws RoomNotFoundError, StorageUnavailableError
   */
  renew(roomId: RoomId, right: LinkRight, by: SessionRecord): Promise<string> {
    const turn = this.last.then(() => this.replace(roomId, right, by))
    this.last = turn.catch(() => undefined)
    return turn
  }

  private async replace(roomId: RoomId, right: LinkRight, by: SessionRecord): Promise<string> {
    const { directory, rooms, admitted, random } = this.deps
    const room = await directory.findRoom(roomId)
    if (room === null) throw new RoomNotFoundError()
    // Another one renewed it while this one waited: then she came in by the old one.
    if (!sameHash(room.secretHashes[by.right], by.secretHash)) throw new EntryRefusedError('link-revoked')
    const secret = newLinkSecret(random)
    await directory.changeRoom(roomId, { secretHashes: { ...room.secretHashes, [right]: hashOf(secret) } })
    const out = new Set(admitted.takeOut(roomId, room.secretHashes[right]))
    out.delete(by.participantId)
    // Someone who is also in by another link loses his connections too, and comes back with the session that still holds.
    rooms.disconnect(roomId, (id) => out.has(id) && !admitted.has(id), 'not-signed-in')
    rooms.disconnect(roomId, (id) => out.has(id) && admitted.has(id), 'restarting')
    return secret
  }
}
