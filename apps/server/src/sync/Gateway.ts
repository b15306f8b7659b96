import { STATUS_CODES, type IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Participant } from '@samenreis/model/api/participant'
import { DocumentTooNewError } from '@samenreis/model/document/migrations'
import { RoomId } from '@samenreis/model/ids/roomId'
import { leads } from '@samenreis/model/records/enumerations'
import { closeCodes, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import { SUBPROTOCOL } from '@samenreis/model/protocol/messages'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Admission, Admissions, SessionCarrier } from '../access/Admission.ts'
import type { Log } from '../log.ts'
import type { Clock } from './Clock.ts'
import type { SyncLimits } from './limits.ts'
import { chooseSubprotocol, isOriginAllowed, knownSchema, offeredSubprotocols, sessionCarrier } from './handshake.ts'
import { RoomNotFoundError } from './RoomNotFoundError.ts'
import type { RoomHold, RoomRegistry } from './RoomRegistry.ts'
import { RosterTeller } from './RosterTeller.ts'
import { Session } from './Session.ts'
import { WireSocket } from './WireSocket.ts'

export interface GatewayOptions {
  readonly rooms: RoomRegistry
  readonly admissions: Admissions
  /** Everybody who takes part, as the others may see them; `connected` as `rooms.connected` says. */
  readonly roster: (roomId: RoomId) => Promise<readonly Participant[]>
  /** Origins that browsers may come from; null = the host that they asked for (reliability.md F61). */
  readonly origins: readonly string[] | null
  readonly log: Log
  readonly clock: Clock
  readonly limits: SyncLimits
}

/** Most pieces that one message may come in, and most pieces that wait (reliability.md F67). */
const FRAGMENTS_MAX = 256
const BUFFERED_CHUNKS_MAX = 4096
/** Longest that clients are asked to wait before they come back, so that not all come at once (F53). */
const RESTART_SPREAD_MS = 5000

/** Somebody who may come in. */
interface Entry {
  readonly admission: Admission
  readonly hold: RoomHold
  /** The version of the layout that the client knows. */
  readonly schemaVersion: number
}

interface OpenSession {
  /** By what it was let in. */
  readonly carrier: SessionCarrier
  askedAtMs: number
}

/** Turns upgrade requests on `/sync/:roomId` into sessions of rooms. */
export class Gateway {
  readonly #options: GatewayOptions
  readonly #sockets: WebSocketServer
  readonly #sessions = new Map<Session, OpenSession>()
  /** Connections that were let in or told why not, for counting bytes. */
  readonly #wires = new Set<Socket>()
  readonly #roster: RosterTeller
  readonly #watch: NodeJS.Timeout
  #pending = 0
  #closing = false
  /** Whether those who are here read so slowly that the memory for more is missing (reliability.md C6). Looked at every `watchMs`. */
  #areQueuesFull = false
  readonly #warned = new WeakSet<RoomHold['room']>()

  constructor(options: GatewayOptions) {
    this.#options = options
    this.#sockets = new WebSocketServer({
      noServer: true,
      clientTracking: true,
      perMessageDeflate: false,
      maxPayload: options.limits.frameBytes,
      maxFragments: FRAGMENTS_MAX,
      maxBufferedChunks: BUFFERED_CHUNKS_MAX,
      handleProtocols: (protocols) => chooseSubprotocol([...protocols]),
    })
    this.#roster = new RosterTeller(options)
    this.#watch = setInterval(() => {
      for (const session of this.#sessions.keys()) session.watch()
      this.#areQueuesFull = this.queuedBytes > options.limits.queuesTotalBytes
      this.#readmitAll()
    }, options.limits.watchMs)
    this.#watch.unref()
  }

  /** How many connections are open. */
  get size(): number {
    return this.#sessions.size
  }

  /** Bytes that wait to be sent, over all connections. */
  get queuedBytes(): number {
    let bytes = 0
    for (const ws of this.#sockets.clients) bytes += ws.bufferedAmount
    return bytes
  }

  /** Bytes of all connections since the start, as they went over the wire. */
  get bytes(): { readonly in: number; readonly out: number } {
    const { endedBytes } = this.#options.rooms.meter
    const bytes = { ...endedBytes }
    for (const wire of this.#wires) {
      bytes.in += wire.bytesRead
      bytes.out += wire.bytesWritten
    }
    return bytes
  }

  /** For the `upgrade` event of the raw server. Answers every request, also those that it refuses. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const refuse = (status: 403 | 404 | 503): void => {
      this.#options.rooms.meter.upgradesRefused[status] += 1
      answerRefusal(socket, status)
    }
    const [, room] = /^\/sync\/([^/?]+)(?:\?|$)/.exec(request.url ?? '') ?? []
    if (room === undefined) return refuse(404)
    if (!isOriginAllowed(request, this.#options.origins)) return refuse(403)
    const { pendingUpgrades, connections } = this.#options.limits
    const isFull =
      this.#pending >= pendingUpgrades || this.#sessions.size + this.#pending >= connections || this.#areQueuesFull
    if (this.#closing || isFull) return refuse(503)
    const deadline = setTimeout(() => refuse(503), this.#options.limits.upgradeMs)
    this.#pending += 1
    void this.#admit(request, room)
      .then((entry) => {
        let opened = false
        // Synchronous: when it returns without having called back, the handshake was no good and the room is let go.
        if (socket.readable && socket.writable && !this.#closing) {
          this.#sockets.handleUpgrade(request, socket, head, (ws) => {
            opened = typeof entry !== 'string' && entry.hold.room.members.size < this.#options.limits.connectionsPerRoom
            if (typeof entry === 'string') this.#dismiss(ws, entry)
            // Asked here, in one step with the joining: many may have waited for the room to load.
            else if (!opened) this.#dismiss(ws, 'too-many')
            else this.#open(new WireSocket(ws, socket), ws, request, entry)
            this.#countBytes(socket)
          })
        } else socket.destroy()
        if (!opened && typeof entry !== 'string') entry.hold.release()
      })
      .catch((error: unknown) => {
        this.#options.log.error('upgrade-failed', { error })
        socket.destroy()
      })
      .finally(() => {
        clearTimeout(deadline)
        this.#pending -= 1
      })
  }

  /**
   * Admits nobody more, announces the stop, stores what came in (for half of `graceMs` at most; the rest is for
   * `RoomRegistry.close`), and closes all connections with `restarting`.
   */
  async close({ graceMs }: { graceMs: number }): Promise<void> {
    this.#closing = true
    this.#options.rooms.announceStop({ graceMs })
    for (const room of this.#options.rooms.live) room.announceRestart(Math.round(Math.random() * RESTART_SPREAD_MS))
    let timer: NodeJS.Timeout | undefined
    const graceOver = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, graceMs / 2)
    })
    await Promise.race([this.#options.rooms.flush(), graceOver])
    clearTimeout(timer)
    const ended = [...this.#sockets.clients].map((ws) => new Promise<void>((resolve) => ws.once('close', resolve)))
    for (const session of this.#sessions.keys()) session.close('restarting')
    await Promise.all(ended)
    clearInterval(this.#watch)
    this.#sockets.close()
  }

  /** Session first, room after: nothing of a room is loaded for somebody who may not see it (reliability.md F62). */
  async #admit(request: IncomingMessage, room: string): Promise<CloseReason | Entry> {
    const { admissions, rooms, log } = this.#options
    const roomId = RoomId.safeParse(room)
    if (!roomId.success) return 'room-not-found'
    try {
      const carrier = sessionCarrier(request)
      let admission = await admissions.admit(roomId.data, carrier)
      if (admission === null) return 'not-signed-in'
      const schemaVersion = knownSchema(offeredSubprotocols(request))
      if (schemaVersion === null) return 'malformed'
      const isAtHand = rooms.isLive(roomId.data)
      const hold = await rooms.hold(roomId.data)
      // Who renews a link or gives another role, against who waits for the room to load: he was in no room yet that he could be sent out of.
      if (!isAtHand) admission = await admissions.admit(roomId.data, carrier).catch(releasing(hold))
      const isKnown = schemaVersion >= hold.room.room.schemaVersion
      if (admission !== null && isKnown) return { admission, hold, schemaVersion }
      hold.release()
      return admission === null ? 'not-signed-in' : 'client-too-old'
    } catch (error) {
      if (error instanceof RoomNotFoundError) return 'room-not-found'
      log.warn('join-failed', { room: roomId.data, error })
      const isTooNew = error instanceof Error && error.cause instanceof DocumentTooNewError
      return isTooNew ? 'server-too-old' : 'room-unavailable'
    }
  }

  #open(socket: WireSocket, ws: WebSocket, request: IncomingMessage, { admission, hold, schemaVersion }: Entry): void {
    const { clock, limits, log, rooms } = this.#options
    const { roomId } = admission
    const session = new Session({
      socket,
      admission,
      room: hold.room,
      understands: offeredSubprotocols(request).includes(SUBPROTOCOL),
      schemaVersion,
      clock,
      limits,
      onEnd: (ended, reason) => {
        this.#sessions.delete(ended)
        hold.release()
        if (reason !== null) rooms.meter.sessionsEnded[reason] += 1
        log.info('session-ended', { room: roomId, ...(reason === null ? {} : { reason }) })
        this.#roster.changed(roomId)
      },
      onFault: (error) => log.error('frame-failed', { room: roomId, error }),
    })
    this.#sessions.set(session, { carrier: sessionCarrier(request), askedAtMs: clock() })
    ws.on('message', (data, isBinary) => session.receive(bytesOf(data), isBinary))
    ws.on('pong', (data) => session.heard(data))
    // `ws` closes with 1009 when a frame is too large and with 1002 or 1007 when it is none; its error says no more.
    ws.on('error', () => undefined)
    ws.on('close', () => session.closed())
    session.open()
    log.info('session-opened', { room: roomId, numbers: { connections: hold.room.members.size } })
    this.#roster.came(roomId, session)
    this.#warnOfCrowd(hold.room)
  }

  /** Once in a room's life in memory. */
  #warnOfCrowd(room: RoomHold['room']): void {
    const connections = room.members.size
    if (connections <= this.#options.limits.connectionsWarning || this.#warned.has(room)) return
    this.#warned.add(room)
    this.#options.log.warn('room-crowded', { room: room.room.id, numbers: { connections } })
  }

  /** Asks again whether sessions hold: a session may have ended, or another role been given. */
  #readmitAll(): void {
    const now = this.#options.clock()
    for (const [session, open] of this.#sessions) {
      if (now - open.askedAtMs < this.#options.limits.readmitMs) continue
      open.askedAtMs = now
      void this.#readmit(session, open.carrier)
    }
  }

  async #readmit(session: Session, carrier: SessionCarrier): Promise<void> {
    const { roomId, mayEdit, right, role } = session.admission
    try {
      const admission = await this.#options.admissions.admit(roomId, carrier)
      if (admission === null) session.close('not-signed-in')
      // Comes back under its new right, by itself.
      else if (admission.mayEdit !== mayEdit || admission.right !== right || leads(admission.role) !== leads(role)) {
        session.close('restarting')
      }
    } catch (error) {
      this.#options.log.warn('readmission-failed', { room: roomId, error })
    }
  }

  #countBytes(wire: Duplex): void {
    if (!(wire instanceof Socket)) return
    this.#wires.add(wire)
    wire.once('close', () => {
      this.#wires.delete(wire)
      const { endedBytes } = this.#options.rooms.meter
      endedBytes.in += wire.bytesRead
      endedBytes.out += wire.bytesWritten
    })
  }

  /** Closes with a code, which a refused upgrade cannot carry: a client learns whether it makes sense to come back. */
  #dismiss(ws: WebSocket, reason: CloseReason): void {
    ws.on('error', () => undefined)
    // A flood of strangers gets no farewell: each would hold its socket for the length of one.
    if (this.#sockets.clients.size - this.#sessions.size > this.#options.limits.pendingUpgrades) return ws.terminate()
    ws.close(closeCodes[reason].code, reason)
    const farewell = setTimeout(() => ws.terminate(), this.#options.limits.farewellMs)
    ws.on('close', () => clearTimeout(farewell))
    this.#options.rooms.meter.joinsRefused[reason] += 1
    this.#options.log.info('join-refused', { reason })
  }
}

function bytesOf(data: Buffer | ArrayBuffer | Buffer[]): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data
}

/** Answers with a status, for who may try again also with when, and ends the connection. */
function answerRefusal(socket: Duplex, status: 403 | 404 | 503): void {
  if (socket.destroyed || !socket.writable) return
  // Each another moment, so that those who came together do not come back together. Pages cannot read it, and wait by themselves.
  const retryAfterS = 1 + Math.floor((Math.random() * RESTART_SPREAD_MS) / 1000)
  const retryAfter = status === 503 ? `Retry-After: ${retryAfterS}\r\n` : ''
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n`
  socket.end(`${head}${retryAfter}\r\n`)
}

/** Lets go of a room when what somebody needs to get in cannot be told. */
function releasing(hold: RoomHold): (error: unknown) => never {
  return (error) => {
    hold.release()
    throw error
  }
}
