import type { Restored, Version, VersionList, VersionReason, VersionView } from '@samenreis/model/api/versions'
import type { Language } from '@samenreis/model/api/rooms'
import { ShapeId } from '@samenreis/model/ids/recordId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { restoredBoard } from '@samenreis/model/interchange/restoredBoard'
import { countCards } from '@samenreis/model/journey/countCards'
import type { RandomBytes } from '../access/secrets.ts'
import { Turns } from '../guess/Turns.ts'
import type { Log } from '../log.ts'
import type { VersionRecord, VersionStore } from '../storage/VersionStore.ts'
import type { BoardRooms } from '../sync/BoardRooms.ts'
import { madeAfter } from './madeAfter.ts'
import { packVersion, unpackVersion, type AuthoredVersion } from './versionContent.ts'
import { VersionGoneError } from './VersionGoneError.ts'

/** How long a version is kept, in ms: 30 days (docs/adr/0012). */
const KEPT_MS = 30 * 24 * 60 * 60_000
const ID_BYTES = 12

/**
 * Most versions of a room for each reason; the oldest gives way. 48 automatic ones are eight hours of steady work. Before a
 * restoration there are as many as somebody may want to undo.
 */
const MOST: Readonly<Record<VersionReason, number>> = {
  automatic: 48,
  step: 100,
  named: 100,
  'guess-opened': 20,
  'guess-revealed': 20,
  import: 20,
  'many-gone': 20,
  'before-restore': 20,
}

/** Kept although nothing changed since the last one: somebody asked for it, or counts on it. */
const alwaysKept: ReadonlySet<VersionReason> = new Set<VersionReason>(['named', 'step', 'before-restore'])

export interface VersionsDeps {
  readonly store: VersionStore
  readonly rooms: Pick<BoardRooms, 'read' | 'readAuthored' | 'makeAnew'>
  readonly random: RandomBytes
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number
  readonly log: Log
}

/** What is kept beside the board itself, and why. */
interface Moment {
  readonly reason: VersionReason
  readonly name?: string
  readonly restores?: string
}

/**
 * Earlier boards of rooms: kept at moments that mean something, looked at, and put back. The agenda calls `keep` with `step` at
 * each of its steps.
 */
export class Versions {
  readonly #deps: VersionsDeps
  /** One thing of a room after the other: who keeps, against who puts back. */
  readonly #turns = new Turns<RoomId>()

  constructor(deps: VersionsDeps) {
    this.#deps = deps
  }

  /** Keeps the board as it is stored now. @throws RoomNotFoundError, StorageUnavailableError */
  keep(roomId: RoomId, moment: Moment): Promise<VersionRecord> {
    return this.#turns.take(roomId, async () => {
      const { sequence, ...version } = await this.#deps.rooms.readAuthored(roomId)
      return this.#save(roomId, version, sequence, moment)
    })
  }

  /** The same, where what follows must happen also when this cannot be done. */
  async keepBefore(roomId: RoomId, reason: VersionReason): Promise<void> {
    await this.keep(roomId, { reason }).catch((error: unknown) => this.#notKept(roomId, error))
  }

  /** Keeps a board that was there a moment ago. */
  async keepBoard(roomId: RoomId, version: AuthoredVersion, sequence: number, reason: VersionReason): Promise<void> {
    await this.#turns
      .take(roomId, () => this.#save(roomId, version, sequence, { reason }))
      .catch((error: unknown) => this.#notKept(roomId, error))
  }

  /** @throws RoomNotFoundError, StorageUnavailableError */
  async list(roomId: RoomId): Promise<VersionList> {
    const [versions, { records }] = await Promise.all([this.#unexpired(roomId), this.#deps.rooms.read(roomId)])
    return { versions: versions.map(shown), cards: countCards(records.values()) }
  }

  /** @throws VersionGoneError, StorageUnavailableError */
  async view(roomId: RoomId, versionId: string): Promise<VersionView> {
    const { version, board } = await this.#read(roomId, versionId)
    return { version: shown(version), records: [...board.records] }
  }

  /**
   * Makes the board that version, with what was made since beside it, and keeps it as it was before. The same version put back
   * by two at once is put back twice, one after the other.
   * @throws VersionGoneError, RoomNotFoundError, StorageUnavailableError
   */
  restore(room: { readonly id: RoomId; readonly language: Language }, versionId: string): Promise<Restored> {
    return this.#turns.take(room.id, async () => {
      const { random, now, rooms, log } = this.#deps
      const { version, board, authors } = await this.#read(room.id, versionId)
      const undone = version.restores === null ? null : await this.#read(room.id, version.restores).catch(ifGone)
      const brought = new Set((undone?.board.records ?? []).map(({ id }) => String(id)))
      const title = madeAfter(version.keptAt, now(), room.language)
      const frameId = ShapeId.parse(`shape:${Buffer.from(random(ID_BYTES)).toString('base64url')}`)
      let restored: Restored | null = null
      await rooms.makeAnew(room.id, async (current, sequence, writers) => {
        // First what is there is safe, then it goes. A crash in between leaves a version too many, and the board as it was.
        const moment = { reason: 'before-restore', restores: versionId } as const
        const before = await this.#save(room.id, { board: current, authors: writers }, sequence, moment)
        const made = restoredBoard(board, current, { title, frameId, brought })
        restored = { before: shown(before), beside: made.beside }
        // Of what the version holds its writers are those of then.
        return { ...made.board, authors: new Map([...writers, ...authors]) }
      })
      log.info('version-restored', { room: room.id, reason: version.reason })
      if (restored === null) throw new Error('The board was made anew of nothing')
      return restored
    })
  }

  /** Newest first, without those that expired. */
  async latest(roomId: RoomId): Promise<VersionRecord | null> {
    return (await this.#unexpired(roomId))[0] ?? null
  }

  /**
   * Takes away every version of a room, because something is erased from it. Whoever is keeping the board of before at this moment
   * is waited for, so that it does not come back. @throws StorageUnavailableError
   */
  erase(roomId: RoomId): Promise<void> {
    return this.eraseWith(roomId, () => Promise.resolve())
  }

  /** The same behind something else that is done first; nobody keeps or puts back meanwhile. */
  eraseWith<T>(roomId: RoomId, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(roomId, async () => {
      const done = await work()
      await this.#deps.store.eraseVersions(roomId)
      return done
    })
  }

  /** Takes away what expired. */
  async sweep(): Promise<void> {
    const { store, now, log } = this.#deps
    const erased = await store.eraseExpiredVersions(new Date(now()).toISOString())
    if (erased > 0) log.info('versions-expired', { numbers: { versions: erased } })
  }

  async #save(roomId: RoomId, authored: AuthoredVersion, sequence: number, moment: Moment): Promise<VersionRecord> {
    const { store, random, now } = this.#deps
    const { reason, name = '', restores = null } = moment
    const { content, digest } = await packVersion(authored)
    const [last] = await this.#unexpired(roomId)
    if (last?.digest === digest && !alwaysKept.has(reason)) return last
    const version: VersionRecord = {
      id: Buffer.from(random(ID_BYTES)).toString('base64url'),
      roomId,
      reason,
      name,
      keptAt: new Date(now()).toISOString(),
      expiresAt: new Date(now() + KEPT_MS).toISOString(),
      sequence,
      digest,
      cards: countCards(authored.board.records),
      restores,
    }
    await store.saveVersion(version, content, MOST[reason])
    return version
  }

  async #read(roomId: RoomId, versionId: string): Promise<AuthoredVersion & { version: VersionRecord }> {
    const version = (await this.#unexpired(roomId)).find(({ id }) => id === versionId)
    if (version === undefined) throw new VersionGoneError()
    const content = await this.#deps.store.versionContent(roomId, versionId)
    // Expired or gave way since it was listed.
    if (content === null) throw new VersionGoneError()
    return { version, ...(await unpackVersion(content)) }
  }

  async #unexpired(roomId: RoomId): Promise<readonly VersionRecord[]> {
    const now = new Date(this.#deps.now()).toISOString()
    return (await this.#deps.store.versionsOf(roomId)).filter(({ expiresAt }) => expiresAt > now)
  }

  #notKept(roomId: RoomId, error: unknown): void {
    this.#deps.log.warn('version-not-kept', { room: roomId, error })
  }
}

function shown({ id, reason, name, keptAt, expiresAt, cards }: VersionRecord): Version {
  return { id, reason, name, keptAt, expiresAt, cards }
}

function ifGone(error: unknown): null {
  if (error instanceof VersionGoneError) return null
  throw error
}
