import { z } from 'zod'
import { Room, RoomLinks, type LinkRight } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'

const STORAGE_KEY = 'samenreis.sessions'
/** Most sessions that one device remembers; the oldest goes first. */
const KEPT_SESSIONS = 50

/**
 * A session that this device has links of. Whoever made it has all three; a device that only renewed one knows that one.
 * The secrets are here because the person who made the session must come back without an account.
 */
export const MySession = z.object({ room: Room, links: RoomLinks.partial(), madeAt: z.iso.datetime() })
export type MySession = z.infer<typeof MySession>

/** What a browser's `localStorage` must do for us; a switched-off one throws, and then nothing is remembered. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>

/** The sessions of this device, newest first; tells whoever watches when they change. */
export class MySessions {
  private readonly shelf: Shelf
  private readonly listeners = new Set<() => void>()
  private sessions: readonly MySession[]

  constructor(shelf: Shelf) {
    this.shelf = shelf
    this.sessions = read(shelf)
  }

  readonly list = (): readonly MySession[] => this.sessions

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What this device has of a session, or null. */
  find(roomId: RoomId): MySession | null {
    return this.sessions.find((each) => each.room.id === roomId) ?? null
  }

  remember(session: MySession): void {
    const others = this.sessions.filter((each) => each.room.id !== session.room.id)
    this.keep([session, ...others].slice(0, KEPT_SESSIONS))
  }

  /** Keeps a renewed link; the old one is worth nothing any more. */
  renewed(room: Room, right: LinkRight, secret: string): void {
    const known = this.find(room.id) ?? { room, links: {}, madeAt: room.createdAt }
    this.remember({ ...known, room, links: { ...known.links, [right]: secret } })
  }

  /** Keeps what the session is called now, in its place in the list. */
  called(room: Room): void {
    const known = this.find(room.id)
    if (known === null || (known.room.title === room.title && known.room.question === room.question)) return
    this.keep(this.sessions.map((each) => (each === known ? { ...each, room } : each)))
  }

  forget(roomId: RoomId): void {
    this.keep(this.sessions.filter((each) => each.room.id !== roomId))
  }

  /** Reads again what another tab may have written. */
  readAgain(): void {
    this.sessions = read(this.shelf)
    this.tell()
  }

  private keep(sessions: readonly MySession[]): void {
    this.sessions = sessions
    try {
      this.shelf.setItem(STORAGE_KEY, JSON.stringify(sessions))
    } catch {
      // Switched off or full: the list lives as long as this page.
    }
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}

/** A stored session that does not hold is left out alone. */
function read(shelf: Shelf): readonly MySession[] {
  try {
    const stored: unknown = JSON.parse(shelf.getItem(STORAGE_KEY) ?? '[]')
    if (!Array.isArray(stored)) return []
    return stored.flatMap((each) => {
      const session = MySession.safeParse(each)
      return session.success ? [session.data] : []
    })
  } catch {
    return []
  }
}
