import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { Crowd } from '@samenreis/model/protocol/Crowd'
import {
  decodeServerMessage,
  encodeMove,
  messageTypes,
  syncTypes,
  type Reject,
} from '@samenreis/model/protocol/messages'
import { CURSOR_MOVED } from '@samenreis/model/protocol/presenceFrames'
import { closeReasonOf, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { Role } from '@samenreis/model/records/enumerations'
import type { Admission } from '@samenreis/server/access/Admission'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { ClientSocket, type Line } from './Line.ts'
import { LEADERS_ONLY } from './roomJudge.ts'

/** Ends after which our own client throws its document away and loads the board afresh. */
const BEGINS_ANEW: ReadonlySet<CloseReason> = new Set([
  ...LEADERS_ONLY,
  'epoch-changed',
  'resync',
  'invalid-content',
  'malformed',
  'forbidden',
])

/** Milliseconds; of the clock that the test turns. */
const LONGEST_BACKOFF = 400

/** One person in one tab: her own document, the stock provider, and what the server promised her. */
export class FuzzPerson {
  readonly name: string
  readonly admission: Admission
  readonly doc: Y.Doc
  readonly board: BoardDocument
  readonly provider: WebsocketProvider
  /** Her own edits, oldest first. */
  readonly edits: Uint8Array[] = []
  /** All edits below this number are stored for good, by the server's word. */
  acknowledged = 0
  /** Characters of her own that she typed, with the number of the edit. */
  readonly typed: { readonly character: string; readonly edit: number }[] = []
  /** Codes with which the server ended her connections. */
  readonly closeCodes: number[] = []
  readonly rejects: Reject[] = []
  /** The others, and herself, as she sees them. */
  readonly crowd = new Crowd()
  /** Ends and refusals that do her no wrong: by her role, by what she did, or because the board was made anew. */
  readonly expected = new Set<CloseReason>()
  /** Of the board that she has; null before the server said so. */
  epoch: string | null = null
  /** Why this tab's document is over; null while it is not. */
  over: CloseReason | null = null
  /** The latest connection; null before the first. */
  line: Line | null = null
  #sent: { readonly frame: number; readonly edits: number }[] = []
  #frames = 0
  #cursor: [number, number] = [0, 0]
  #answered = false

  /** @param clientId of her document, from the run's own randomness */
  constructor(name: string, clientId: number, role: Role, onDial: (line: Line) => void) {
    const mayEdit = role !== 'screen'
    this.name = name
    this.admission = {
      roomId: roomA,
      participantId: ParticipantId.parse(`pa_${name}`),
      right: role === 'co_facilitator' ? 'facilitator' : mayEdit ? 'participant' : 'screen',
      role,
      mayEdit,
    }
    this.doc = new Y.Doc()
    this.doc.clientID = clientId
    this.board = new BoardDocument(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this.provider) this.edits.push(update)
    })
    const dialled = (socket: ClientSocket): void => {
      this.line = socket.line
      this.#sent = []
      this.#frames = 0
      this.#answered = false
      onDial(socket.line)
    }
    const sending = (frame: Uint8Array): void => this.#handleSent(frame)
    class CountingSocket extends ClientSocket {
      constructor() {
        super()
        dialled(this)
      }

      override send(frame: Uint8Array): void {
        sending(frame)
        super.send(frame)
      }
    }
    this.provider = new WebsocketProvider('ws://fuzz/sync', roomA, this.doc, {
      connect: false,
      // The stepped socket in the place of the browser's class.
      WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: LONGEST_BACKOFF,
    })
    for (const type of [messageTypes.hello, messageTypes.durable, messageTypes.reject, messageTypes.state]) {
      this.provider.messageHandlers[type] = (_encoder, decoder) => {
        const message = decodeServerMessage(type, decoder)
        if (message?.type === 'durable') this.#handleDurable(message.durable.frames)
        if (message?.type === 'hello') this.#handleHello(message.hello.epoch)
        if (message?.type === 'reject') this.rejects.push(message.reject)
      }
    }
    this.provider.messageHandlers[messageTypes.event] = () => undefined
    this.provider.messageHandlers[messageTypes.presence] = (_encoder, decoder) => {
      const message = decodeServerMessage(messageTypes.presence, decoder)
      if (message?.type === 'presence') this.crowd.take(message.presence)
    }
    // Presence goes by the messages of samenreis.v1, as our own client's does.
    this.provider.awareness.setLocalState(null)
    this.provider.on('status', ({ status }) => {
      if (status === 'connected' && mayEdit) this.point(this.#cursor)
    })
    this.provider.on('connection-close', (event) => {
      this.crowd.clear()
      if (event === null) return
      this.closeCodes.push(event.code)
      const reason = closeReasonOf(event.code)
      if (reason !== null && BEGINS_ANEW.has(reason)) this.#end(reason)
    })
  }

  /** Shows her cursor there, when there is a line. */
  point(cursor: [number, number]): void {
    this.#cursor = cursor
    const { ws } = this.provider
    if (ws !== null && ws.readyState === ws.OPEN) ws.send(encodeMove({ keys: CURSOR_MOVED, values: { c: cursor } }))
  }

  /** Where she points, as the others should see it. */
  get cursor(): readonly [number, number] {
    return this.#cursor
  }

  get mayEdit(): boolean {
    return this.admission.mayEdit
  }

  /** Whether she has a board to work on: before the first answer nothing may be concluded from emptiness. */
  get hasBoard(): boolean {
    return this.board.schemaVersion !== null
  }

  /** Whether the server has all she made, and she has heard so. */
  get isSettled(): boolean {
    return this.provider.synced && this.acknowledged === this.edits.length
  }

  /** Edits that the server said are stored. */
  get promised(): Uint8Array[] {
    return this.edits.slice(0, this.acknowledged)
  }

  /** Whether she may change what is locked. */
  get leads(): boolean {
    return this.admission.role === 'co_facilitator'
  }

  /** The tab is closed. */
  close(): void {
    this.provider.destroy()
    this.provider.awareness.destroy()
    this.doc.destroy()
  }

  #handleSent([type, sub]: Uint8Array): void {
    if (type !== messageTypes.sync || sub === syncTypes.step1) return
    this.#frames += 1
    // The answer to step 1 holds every edit before it: from then on each frame vouches for all.
    if (sub === syncTypes.step2) this.#answered = true
    if (this.#answered) this.#sent.push({ frame: this.#frames, edits: this.edits.length })
  }

  /** The server's first message: before any byte of another board is exchanged, this document is over (F02). */
  #handleHello(epoch: string): void {
    if (this.epoch !== null && this.epoch !== epoch) this.#end('epoch-changed')
    else this.epoch = epoch
  }

  #end(reason: CloseReason): void {
    this.over ??= reason
    this.provider.disconnect()
  }

  #handleDurable(frames: number): void {
    for (const { frame, edits } of this.#sent) {
      if (frame <= frames) this.acknowledged = Math.max(this.acknowledged, edits)
    }
    this.#sent = this.#sent.filter(({ frame }) => frame > frames)
  }
}
