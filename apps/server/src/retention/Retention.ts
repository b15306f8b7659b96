import { RETENTION_DEFAULT_DAYS, RETENTION_MAX_DAYS, type RoomRetention } from '@samenreis/model/api/retention'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Log } from '../log.ts'
import type { RoomDirectory, RoomRecord } from '../storage/RoomDirectory.ts'
import { daysAfter, daysBetween, dutchDay } from './dutchDay.ts'

export interface RetentionDeps {
  readonly directory: RoomDirectory
  /** Milliseconds since 1970 that are sure (`TrustedTime`). */
  readonly time: { read(): number }
  readonly log: Log
}

/** Until when rooms are kept: 30 days after the last use, or until the day that was chosen; never longer than a year. */
export class Retention {
  private readonly deps: RetentionDeps
  /** Rooms whose end is being moved: forty people who come in together move it once. */
  private readonly moving = new Set<RoomId>()

  constructor(deps: RetentionDeps) {
    this.deps = deps
  }

  get today(): string {
    return dutchDay(this.deps.time.read())
  }

  /** What a new room starts with; `wished` = the day that its maker chose. null = a day that cannot be. */
  ofNewRoom(wished: string | undefined): Pick<RoomRecord, 'retentionUntil' | 'retentionChosen'> | null {
    const { today } = this
    if (wished === undefined)
      return { retentionUntil: daysAfter(today, RETENTION_DEFAULT_DAYS), retentionChosen: false }
    return wished < today || wished > daysAfter(today, RETENTION_MAX_DAYS)
      ? null
      : { retentionUntil: wished, retentionChosen: true }
  }

  /** Whether a facilitator may choose this day, ISO date. */
  allows(room: RoomRecord, until: string): boolean {
    return until >= this.today && until <= latestDay(room)
  }

  shown(room: RoomRecord): RoomRetention {
    return {
      until: room.retentionUntil,
      daysLeft: Math.max(0, daysBetween(this.today, room.retentionUntil)),
      latest: latestDay(room),
      chosen: room.retentionChosen,
    }
  }

  /** Somebody uses the room now. Its end moves once a day, so that the same is not written again all the time. */
  async used(room: RoomRecord): Promise<void> {
    const wanted = daysAfter(this.today, RETENTION_DEFAULT_DAYS)
    const until = wanted < latestDay(room) ? wanted : latestDay(room)
    if (room.retentionChosen || room.retentionUntil >= until || this.moving.has(room.id)) return
    this.moving.add(room.id)
    try {
      await this.deps.directory.extendRetention(room.id, until)
    } catch (error) {
      // The next use moves it; nobody is turned away for this.
      this.deps.log.warn('retention-not-moved', { room: room.id, error })
    } finally {
      this.moving.delete(room.id)
    }
  }
}

function latestDay(room: RoomRecord): string {
  return daysAfter(dutchDay(Date.parse(room.createdAt)), RETENTION_MAX_DAYS)
}
