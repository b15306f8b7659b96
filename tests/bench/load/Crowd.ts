import { setTimeout as pause } from 'node:timers/promises'
import { doorsOf } from './doors.ts'
import { EditLog } from './EditLog.ts'
import { LightSocket } from './LightSocket.ts'
import { Pace } from './Pace.ts'
import type { Outcome, Plan } from './plan.ts'
import { cpuSeconds, percentile, residentBytes } from './ProcessMeter.ts'
import type { Door, Wire } from './Wire.ts'
import { cursorFramesPerSecond } from './wires/SamenreisPresence.ts'
import { wireOf } from './wires/wireOf.ts'

/** How many open at the same time: people come in by a door, not through the roof. */
const OPENING_AT_ONCE = 25
const JOIN_LIMIT_MS = 120_000
const SETTLE_MS = 1500
/** For what is under way at the end. */
const AFTER_MS = 2000
const TICK_MS = 2
const WATCH_MS = 500
/** A server that takes more is stopped: what it holds will never be sent in time. */
const SERVER_BYTES_MAX = 3 * 1024 ** 3

interface Person {
  readonly socket: LightSocket
  readonly wire: Wire
  readonly room: number
  /** Its own shape's; null for who does not drag. */
  readonly edits: EditLog | null
  /** Document frames that were sent, by number from 1, with the edit that each carried. */
  readonly frames: number[]
  nextEdit: number
  /** Moments at which each place of the cursor was left. */
  readonly cursorsAtMs: number[]
  acknowledged: number
}

/** People of one run: come in, move, and tell what they saw. */
export class Crowd {
  readonly #plan: Plan
  readonly #people: Person[] = []
  readonly #writers: Person[] = []
  readonly #closed: Record<string, number> = {}
  readonly #cursorDelaysMs: number[] = []
  readonly #durableMs: number[] = []
  #isLeaving = false
  #fromMs = Number.POSITIVE_INFINITY
  #toMs = Number.POSITIVE_INFINITY
  #cursorsSent = 0

  constructor(plan: Plan) {
    this.#plan = plan
  }

  async play(): Promise<Outcome> {
    const { origin, peer, people, rooms, serverPid, seconds, warmSeconds } = this.#plan
    const serverBytesBefore = residentBytes(serverPid)
    const schema: unknown = peer === 'tldraw-sync' ? await (await fetch(origin)).json() : null
    const doors: Door[][] = []
    for (let room = 0; room < rooms; room += 1) doors.push(await doorsOf(peer, origin, room, people))
    const joinedFromMs = performance.now()
    for (const [room, ways] of doors.entries()) await this.#comeIn(room, ways, schema)
    const joinSeconds = (performance.now() - joinedFromMs) / 1000
    for (const { wire, socket } of this.#people) socket.listens = wire.listens
    for (const writer of this.#writers) {
      writer.wire.putShape()
      this.#sent(writer, performance.now())
    }
    await pause(SETTLE_MS)

    const moving = this.#move()
    await pause(1000 * warmSeconds)
    const cpuFrom = cpuSeconds(serverPid)
    const ownFrom = process.cpuUsage()
    const bytesFrom = this.#received()
    const cursorsFrom = this.#cursorsSent
    this.#fromMs = performance.now()
    const stopAtMs = this.#fromMs + 1000 * seconds
    while (performance.now() < stopAtMs) {
      await pause(Math.min(WATCH_MS, Math.max(0, stopAtMs - performance.now())))
      if (residentBytes(serverPid) > SERVER_BYTES_MAX) throw new Error('The server takes too much memory')
    }
    this.#toMs = performance.now()
    const tookSeconds = (this.#toMs - this.#fromMs) / 1000
    const cpu = cpuSeconds(serverPid) - cpuFrom
    const own = process.cpuUsage(ownFrom)
    const received = this.#received()
    const cursors = this.#cursorsSent - cursorsFrom
    const serverBytes = residentBytes(serverPid)
    moving.stop()
    await pause(AFTER_MS)

    const everybody = this.#people.length
    const delays = this.#writers.flatMap((writer) => writer.edits?.delaysMs ?? [])
    const expected = this.#writers.reduce((sum, { edits }) => sum + (edits?.expected(this.#fromMs, this.#toMs) ?? 0), 0)
    const sent = expected / Math.max(1, this.#plan.watchers)
    const seenShare = expected === 0 ? 1 : delays.length / expected
    const watching = this.#plan.watchers * rooms
    this.#isLeaving = true
    for (const { socket } of this.#people) socket.end()
    return {
      editsSent: sent,
      editsSeen: seenShare,
      cursorsSentPerPerson: cursors / everybody / tookSeconds,
      cursorsShown: this.#cursorDelaysMs.length / watching / tookSeconds,
      edit: delayOf(delays),
      cursor: delayOf(this.#cursorDelaysMs),
      durable:
        peer === 'samenreis' && sent > 0
          ? {
              ...delayOf(this.#durableMs),
              p999: rounded(percentile(this.#durableMs, 0.999)),
              share: this.#durableMs.length / sent,
            }
          : null,
      serverCores: cpu / tookSeconds,
      crowdCores: (own.user + own.system) / 1e6 / tookSeconds,
      serverBytes,
      serverBytesBefore,
      bytesPerPersonSecond: (received.bytes - bytesFrom.bytes) / everybody / tookSeconds,
      messagesPerPersonSecond: (received.messages - bytesFrom.messages) / everybody / tookSeconds,
      cpuMicrosPerDelivery: delays.length === 0 ? null : (1e6 * cpu) / (sent * seenShare * people),
      closed: this.#closed,
      joinSeconds,
    }
  }

  /** Everybody of one room, a group at a time; resolves when all have the board that was there. */
  async #comeIn(room: number, doors: readonly Door[], schema: unknown): Promise<void> {
    for (let from = 0; from < doors.length; from += OPENING_AT_ONCE) {
      const group = doors
        .slice(from, from + OPENING_AT_ONCE)
        .map((door, at) => this.#open(room, from + at, door, schema))
      const deadlineMs = performance.now() + JOIN_LIMIT_MS
      while (!group.every(({ wire }) => wire.isSynced)) {
        if (performance.now() > deadlineMs || Object.keys(this.#closed).length > 0) {
          throw new Error(`Not everybody came in; closed: ${JSON.stringify(this.#closed)}`)
        }
        await pause(TICK_MS)
      }
    }
  }

  #open(room: number, person: number, door: Door, schema: unknown): Person {
    const { peer, origin, writers, watchers, wholePresence } = this.#plan
    // Those who watch do not drag where there are enough who do neither.
    const seat = { person, writes: person < writers, watches: person >= this.#plan.people - watchers }
    const watcher = person - (this.#plan.people - watchers)
    const socket = new LightSocket({
      origin,
      ...door,
      onOpen: () => wire.open(),
      onMessage: (payload) => wire.receive(payload),
      onClose: (code) => {
        if (!this.#isLeaving) this.#closed[code] = (this.#closed[code] ?? 0) + 1
      },
    })
    const first = room * this.#plan.people
    const wire = wireOf(
      peer,
      {
        seat,
        send: (payload) => socket.send(payload),
        sightings: {
          edit: (writer, number) => {
            const log = this.#people[first + writer]?.edits
            log?.seen(watcher, number, performance.now(), this.#fromMs, this.#toMs)
          },
          cursor: (mover, number) => {
            const atMs = this.#people[first + mover]?.cursorsAtMs[number]
            if (mover === person || atMs === undefined || atMs < this.#fromMs || atMs >= this.#toMs) return
            this.#cursorDelaysMs.push(performance.now() - atMs)
          },
        },
        onDurable: (frames) => this.#acknowledged(joined, frames),
      },
      { room, wholePresence, schema },
    )
    const joined: Person = {
      socket,
      wire,
      room,
      edits: seat.writes ? new EditLog(watchers) : null,
      // Frame 1 is the answer to the server's question what this client has.
      frames: [],
      nextEdit: 0,
      cursorsAtMs: [],
      acknowledged: 0,
    }
    this.#people.push(joined)
    if (seat.writes) this.#writers.push(joined)
    return joined
  }

  #sent(writer: Person, nowMs: number): void {
    writer.edits?.sent(writer.nextEdit, nowMs)
    writer.nextEdit += 1
  }

  /** The first document frame of a client is its answer to the server's step 1; its n-th edit, from 0, is frame n + 2. */
  #acknowledged(writer: Person, frames: number): void {
    const nowMs = performance.now()
    for (; writer.acknowledged < frames - 1; writer.acknowledged += 1) {
      const atMs = writer.edits?.sentAtMs[writer.acknowledged]
      if (atMs !== undefined && atMs >= this.#fromMs && atMs < this.#toMs) this.#durableMs.push(nowMs - atMs)
    }
  }

  /** Hands that drag and point, from now on. */
  #move(): { stop: () => void } {
    const { peer, people, editsPerSecond, cursorsPerSecond } = this.#plan
    // Our client tells of fewer places the more people there are; those of the others do not know how many there are.
    const told = peer === 'samenreis' ? Math.min(cursorsPerSecond, cursorFramesPerSecond(people)) : cursorsPerSecond
    const edits = new Pace(this.#writers.length * editsPerSecond, performance.now())
    const cursors = new Pace(this.#people.length * told, performance.now())
    const timer = setInterval(() => {
      const nowMs = performance.now()
      const dragged = edits.take(nowMs)
      for (let turn = dragged.from; turn < dragged.to; turn += 1) {
        const writer = this.#writers[turn % this.#writers.length]
        if (writer === undefined) continue
        const number = writer.nextEdit
        this.#sent(writer, performance.now())
        writer.wire.edit(number)
      }
      const pointed = cursors.take(nowMs)
      for (let turn = pointed.from; turn < pointed.to; turn += 1) {
        const person = this.#people[turn % this.#people.length]
        if (person === undefined) continue
        person.cursorsAtMs.push(performance.now())
        this.#cursorsSent += 1
        person.wire.cursor(person.cursorsAtMs.length - 1)
      }
    }, TICK_MS)
    return { stop: () => clearInterval(timer) }
  }

  #received(): { bytes: number; messages: number } {
    let bytes = 0
    let messages = 0
    for (const { socket } of this.#people) {
      bytes += socket.bytesReceived
      messages += socket.messagesReceived
    }
    return { bytes, messages }
  }
}

function delayOf(values: readonly number[]): { p50: number | null; p95: number | null; p99: number | null } {
  return {
    p50: rounded(percentile(values, 0.5)),
    p95: rounded(percentile(values, 0.95)),
    p99: rounded(percentile(values, 0.99)),
  }
}

/** In tenths; null of nothing. */
function rounded(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 10) / 10
}
