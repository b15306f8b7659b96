import { guestAvatars, type GuestAvatar } from '@samenreis/model/api/participant'
import { LinkRight, type NewSession } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { ParticipantRecord, RoomDirectory, RoomRecord } from '../storage/RoomDirectory.ts'
import type { SessionCarrier } from './Admission.ts'
import { EntryRefusedError } from './EntryRefusedError.ts'
import { cleanName, inventName, screenNames } from './inventedNames.ts'
import { saidOfPerson } from './saidOfPerson.ts'
import { RateLimit } from './RateLimit.ts'
import { fits, isHigher, roleWithout } from './roles.ts'
import { below, hashOf, newParticipantId, sameHash, type RandomBytes } from './secrets.ts'
import type { LiveSession, OpenedSession, Sessions } from './Sessions.ts'

const MINUTE_MS = 60_000
/** Wrong secrets that one address may bring to one room, and to all rooms together, before it is told to stop. */
const WRONG_PER_ROOM = 30
const WRONG_PER_ADDRESS = 120
const WRONG_WINDOW_MS = 10 * MINUTE_MS
/** Compared with when there is no such room, so that its answer takes the same steps (reliability.md F64). */
const NO_SECRET = '0'.repeat(64)

export interface Entry {
  readonly room: RoomRecord
  readonly participant: ParticipantRecord
  readonly right: LinkRight
  readonly opened: OpenedSession
}

export interface EntranceDeps {
  readonly directory: RoomDirectory
  readonly sessions: Sessions
  readonly random: RandomBytes
  readonly now: () => number
}

/** What a link's right and the hash of its secret are, once the link is known to hold. */
interface Way {
  readonly right: LinkRight
  readonly secretHash: string
}

/** Where people come in: trades the secret of a link for a session (design.md, Access). */
export class Entrance {
  private readonly deps: EntranceDeps
  private readonly wrongInRoom: RateLimit
  private readonly wrongFromAddress: RateLimit

  constructor(deps: EntranceDeps) {
    this.deps = deps
    this.wrongInRoom = new RateLimit(WRONG_PER_ROOM, WRONG_WINDOW_MS, deps.now)
    this.wrongFromAddress = new RateLimit(WRONG_PER_ADDRESS, WRONG_WINDOW_MS, deps.now)
  }

  /**
   * What a link is for, without coming in by it. A wrong one is refused and counted as at the door.
   * @throws EntryRefusedError, StorageUnavailableError
   */
  async check(
    roomId: RoomId,
    secret: string,
    carrier: SessionCarrier,
    address: string,
  ): Promise<{ readonly room: RoomRecord; readonly right: LinkRight }> {
    const room = await this.deps.directory.findRoom(roomId)
    const way = wayOf(room, secret)
    if (room === null || way === null) throw await this.refusal(roomId, secret, carrier, address)
    return { room, right: way.right }
  }

  /**
   * A device that was here before comes back as the same participant, and keeps the higher of both rights.
   * @throws EntryRefusedError, StorageUnavailableError
   */
  async enter(
    roomId: RoomId,
    wish: Pick<NewSession, 'secret' | 'name' | 'avatar' | 'role'>,
    carrier: SessionCarrier,
    address: string,
  ): Promise<Entry> {
    const { directory, sessions } = this.deps
    const room = await directory.findRoom(roomId)
    const way = wayOf(room, wish.secret)
    if (room === null || way === null) throw await this.refusal(roomId, wish.secret, carrier, address)
    if (wish.role !== undefined && !fits(wish.role, way.right)) throw new EntryRefusedError('forbidden')

    const known = whoCameBack(await sessions.find(roomId, carrier), way.right)
    const used = known === null || isHigher(way.right, known.session.right) ? way : known.session
    const participant =
      known === null ? await this.newcomer(room, way.right, wish) : await this.comeBack(known, way.right, wish)
    if (participant === null) throw new EntryRefusedError('link-invalid')
    if (known === null) await directory.saveParticipant(participant)
    const opened = await sessions.open(participant, used.right, used.secretHash)
    return { room, participant, right: used.right, opened }
  }

  /**
   * Counts only wrong secrets, and a right one always gets in: forty people of a workshop share one address, and one of them
   * with a torn link must not lock out the others. No limit is needed against guessing 144 bits.
   */
  private async refusal(
    roomId: RoomId,
    secret: string,
    carrier: SessionCarrier,
    address: string,
  ): Promise<EntryRefusedError> {
    if (await this.deps.sessions.cameInBy(roomId, carrier, secret)) return new EntryRefusedError('link-revoked')
    const wait = Math.max(this.wrongInRoom.count(`${address} ${roomId}`), this.wrongFromAddress.count(address))
    return wait > 0 ? new EntryRefusedError('too-many', wait) : new EntryRefusedError('link-invalid')
  }

  /**
   * The same person on the same device. Name and drawing follow what is said now; the role only when a higher link says so,
   * because a facilitator may have set it since. null = she was taken away meanwhile.
   */
  private async comeBack(
    { participant, session }: LiveSession,
    right: LinkRight,
    wish: Pick<NewSession, 'name' | 'avatar' | 'role'>,
  ): Promise<ParticipantRecord | null> {
    const { name, avatar } = wish
    const role = isHigher(right, session.right) ? (wish.role ?? roleWithout[right]) : undefined
    const said = saidOfPerson({ name, avatar, role })
    if (Object.keys(said).length === 0) return participant
    return this.deps.directory.changeParticipant(participant.roomId, participant.id, said)
  }

  private async newcomer(
    room: RoomRecord,
    right: LinkRight,
    wish: Pick<NewSession, 'name' | 'avatar' | 'role'>,
  ): Promise<ParticipantRecord> {
    const { directory, random, now } = this.deps
    const others = (await directory.participantsOf(room.id)).filter((each) => !each.demo)
    const avatar = wish.avatar ?? rarestAvatar(others, random)
    const taken = new Set(others.map((each) => each.name))
    const given = cleanName(wish.name ?? '')
    const invented = right === 'screen' ? screenNames[room.language] : inventName(avatar, room.language, taken, random)
    return {
      id: newParticipantId(random),
      roomId: room.id,
      name: given === '' ? invented : given,
      avatar,
      role: wish.role ?? roleWithout[right],
      createdAt: new Date(now()).toISOString(),
      demo: false,
    }
  }
}

/** Compares with every link, also after a match: how long it takes says nothing. */
function wayOf(room: RoomRecord | null, secret: string): Way | null {
  const given = hashOf(secret)
  const matching = LinkRight.options.filter((right) => sameHash(room?.secretHashes[right] ?? NO_SECRET, given))
  const [right] = matching
  return right === undefined ? null : { right, secretHash: given }
}

/** A device that was a screen is nobody: whoever joins on it now is someone new. */
function whoCameBack(live: LiveSession | null, right: LinkRight): LiveSession | null {
  return live?.session.right === 'screen' && right !== 'screen' ? null : live
}

/** One of the drawings that the fewest in the room have. */
function rarestAvatar(others: readonly ParticipantRecord[], random: RandomBytes): GuestAvatar {
  const uses = (avatar: GuestAvatar): number => others.filter((each) => each.avatar === avatar).length
  const fewest = Math.min(...guestAvatars.map(uses))
  const rarest = guestAvatars.filter((avatar) => uses(avatar) === fewest)
  return rarest[below(random, rarest.length)] ?? guestAvatars[0]
}
