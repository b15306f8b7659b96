import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import type { RoomId } from '@samenreis/model/ids/roomId'
import {
  decodeServerMessage,
  messageTypes,
  PIECED_BYTES_MAX,
  SCHEMA_SUBPROTOCOL_PREFIX,
  SUBPROTOCOL,
  type ServerMessage,
} from '@samenreis/model/protocol/messages'
import { countingSocket, inStretches, piecesOf, type DocumentFrame } from './documentFrames.ts'
import { STRETCH_BYTES, type Stretch } from './UnsentChanges.ts'

export interface RoomLineOptions {
  readonly roomId: RoomId
  readonly doc: Y.Doc
  /** `ws://host/sync` */
  readonly serverUrl: string
  /** Subprotocols beside ours. */
  readonly subprotocols: readonly string[]
  readonly WebSocket: typeof WebSocket
  /** What of this tab's work the server has not stored, as it was made; empty where that is not known. */
  readonly stretches: () => readonly Stretch[]
}

/** What happens on the line, in the order in which it happens. */
export interface RoomLineListener {
  readonly handleOpen: () => void
  /** @param code the close code; null = closed by this side */
  readonly handleClose: (code: number | null) => void
  /** The whole document was received. */
  readonly handleSynced: () => void
  readonly handleMessage: (message: ServerMessage) => void
  /** A document frame of ours was handed to the socket. */
  readonly handleSent: (frame: DocumentFrame) => void
  /** Something of ours is larger than the server takes, in whatever pieces: it was not handed over. */
  readonly handleTooLarge: () => void
  /** The server said anything at all. @param board whether it was a part of the board */
  readonly handleHeard: (board: boolean) => void
}

/**
 * The line to a room's server: y-websocket's provider, kept from deciding anything by itself. It opens once when told to, sends
 * what this tab changed, and tells of the rest.
 */
export class RoomLine {
  /** Transactions with this origin came from the server. */
  readonly provider: WebsocketProvider
  /** Work goes in pieces of about this size at most, in bytes. */
  partBytes = Infinity
  /** Largest frame that the server takes, in bytes (HELLO). */
  frameBytes = Infinity
  /** Whether what this tab makes stays here for now. */
  holdsBack = false
  private readonly listener: RoomLineListener
  private readonly stretches: () => readonly Stretch[]
  /** Whether a step 2 of this connection went out. */
  private isAnswered = false

  constructor(
    { roomId, doc, serverUrl, subprotocols, WebSocket, stretches }: RoomLineOptions,
    listener: RoomLineListener,
  ) {
    this.listener = listener
    this.stretches = stretches
    this.provider = new WebsocketProvider(serverUrl, roomId, doc, {
      connect: false,
      protocols: [SUBPROTOCOL, `${SCHEMA_SUBPROTOCOL_PREFIX}${SCHEMA_VERSION}`, ...subprotocols],
      // Two tabs of one browser may have different rights; everything goes through the server (F68).
      disableBc: true,
      WebSocketPolyfill: countingSocket(WebSocket, {
        split: (frame, socket) => (socket === this.provider.ws ? this.split(frame) : [frame]),
        cut: (frame, socket) => (socket === this.provider.ws ? this.cut(frame) : [frame]),
        sent: (frame, socket) => {
          if (socket === this.provider.ws) listener.handleSent(frame)
        },
        heard: (frame, socket) => {
          if (socket === this.provider.ws) listener.handleHeard(frame !== null)
        },
      }),
      // When to try again is decided outside, with jitter; the provider's own timers find nothing to do.
      shouldReconnect: () => false,
    })
    // How long a silence may last is judged outside (`LineWatch`), too; the provider would end a sleeping tab's connection once a minute.
    clearInterval(this.provider._checkInterval)
    // Presence goes by our own messages (`RoomPeople`): the provider's has nothing to say.
    this.provider.awareness.setLocalState(null)
    this.listen()
  }

  /** Whether a socket takes frames at this moment. */
  get isOpen(): boolean {
    return this.openSocket() !== null
  }

  /** Whether what this tab makes goes out as it is made. */
  get carriesEdits(): boolean {
    return this.isOpen && !this.holdsBack
  }

  /** Whether a socket is there, open or on its way. */
  get isBusy(): boolean {
    return this.provider.ws !== null
  }

  open(): void {
    this.provider.connect()
  }

  /** Ends the socket that is there; a next one can be opened. */
  close(): void {
    this.provider.disconnect()
  }

  /** Ends the line for good. */
  destroy(): void {
    this.provider.destroy()
    this.provider.awareness.destroy()
  }

  /** Asks the server for a sign of life. Returns whether the question went out. */
  ask(): boolean {
    const socket = this.openSocket()
    socket?.send(Uint8Array.of(messageTypes.queryAwareness))
    return socket !== null
  }

  /** Hands a frame to the server; passed over while there is no open socket. */
  send(frame: Uint8Array<ArrayBuffer>): void {
    this.openSocket()?.send(frame)
  }

  /** Much work goes as it was made. Once: whoever asks again lacks something of it, and gets all of it as it is. */
  private split(frame: DocumentFrame): readonly DocumentFrame[] {
    if (frame.kind !== 'step2' || this.isAnswered || this.holdsBack) return [frame]
    this.isAnswered = true
    const stretches = frame.bytes.byteLength > STRETCH_BYTES ? this.stretches() : []
    return stretches.length > 1 ? inStretches(frame, stretches) : [frame]
  }

  private cut(frame: Uint8Array): readonly Uint8Array[] {
    if (this.holdsBack) return []
    if (frame.byteLength <= PIECED_BYTES_MAX) return piecesOf(frame, Math.min(this.partBytes, this.frameBytes / 2))
    // After the provider's own turn: it is in the middle of sending, and is about to be ended.
    queueMicrotask(() => this.listener.handleTooLarge())
    return []
  }

  private listen(): void {
    const { hello, durable, reject, state, event, presence } = messageTypes
    for (const type of [hello, durable, reject, state, event, presence]) {
      this.provider.messageHandlers[type] = (_answer, decoder) => {
        const message = decodeServerMessage(type, decoder)
        if (message !== null) this.listener.handleMessage(message)
      }
    }
    this.provider.on('status', ({ status }) => {
      if (status !== 'connected') return
      this.isAnswered = false
      this.listener.handleOpen()
    })
    this.provider.on('connection-close', (closed) => {
      // A close of our own making has no code; trying again is up to us, never to the provider's timers.
      this.provider.shouldConnect = false
      this.listener.handleClose(closed?.code ?? null)
    })
    this.provider.on('sync', (synced) => {
      if (synced) this.listener.handleSynced()
    })
  }

  private openSocket(): WebSocket | null {
    const { ws, wsconnected } = this.provider
    return ws !== null && wsconnected && ws.readyState === ws.OPEN ? ws : null
  }
}
