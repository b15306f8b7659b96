import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { decodeServerMessage, messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { addStep } from './records.ts'

interface SentFrame {
  readonly frame: number
  /** How many of this client's edits are stored when the frame is. */
  readonly edits: number
}

/**
 * A stock provider that also counts, as our own client does: which of its edits has the server said are stored? The answer
 * to step 1 holds everything made before it, so from then on every frame vouches for all edits until then.
 */
export class DurableClient {
  readonly doc = new Y.Doc()
  readonly board = new BoardDocument(this.doc)
  readonly provider: WebsocketProvider
  readonly name: string
  /** Edits made, by number from 0; the id of edit n is `<name>-<n>`. */
  made = 0
  /** All edits below this number are stored for good, by the server's word. */
  acknowledged = 0
  /** Codes with which connections ended. */
  readonly closeCodes: number[] = []
  #sent: SentFrame[] = []
  #frames = 0
  #answered = false

  constructor(syncUrl: string, room: RoomId, name: string, token: string) {
    this.name = name
    const sending = (data: Uint8Array): void => this.#handleSent(data)
    const starting = (): void => {
      this.#sent = []
      this.#frames = 0
      this.#answered = false
    }
    class CountingSocket extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols)
        starting()
      }

      override send(data: Uint8Array): void {
        sending(data)
        super.send(data)
      }
    }
    this.provider = new WebsocketProvider(syncUrl, room, this.doc, {
      // `ws` in the place of the browser's class.
      WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
      protocols: ['samenreis.v1', `bearer.${token}`],
      disableBc: true,
      maxBackoffTime: 100,
    })
    const ours = Object.values(messageTypes).filter((type) => type >= messageTypes.hello)
    for (const type of ours) {
      this.provider.messageHandlers[type] = (_encoder, decoder) => {
        const message = decodeServerMessage(type, decoder)
        if (message?.type === 'durable') this.#handleDurable(message.durable.frames)
      }
    }
    this.provider.on('connection-close', (event) => {
      if (event !== null) this.closeCodes.push(event.code)
    })
    onTestFinished(() => {
      this.provider.destroy()
      this.doc.destroy()
    })
  }

  edit(): void {
    this.made += 1
    addStep(this.board, `${this.name}-${this.made - 1}`, `van ${this.name}`)
  }

  /** Records that the server said are stored. */
  acknowledgedIds(): string[] {
    return Array.from({ length: this.acknowledged }, (_, number) => `shape:${this.name}-${number}`)
  }

  #handleSent([type, sub]: Uint8Array): void {
    if (type !== messageTypes.sync || sub === syncTypes.step1) return
    this.#frames += 1
    if (sub === syncTypes.step2) this.#answered = true
    if (this.#answered) this.#sent.push({ frame: this.#frames, edits: this.made })
  }

  #handleDurable(frames: number): void {
    for (const { frame, edits } of this.#sent)
      if (frame <= frames) this.acknowledged = Math.max(this.acknowledged, edits)
    this.#sent = this.#sent.filter(({ frame }) => frame > frames)
  }
}
