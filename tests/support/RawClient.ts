import { Crowd } from '@samenreis/model/protocol/Crowd'
import {
  messageTypes,
  decodeServerMessage,
  encodeMove,
  syncTypes,
  type ServerMessage,
} from '@samenreis/model/protocol/messages'
import type { Presence } from '@samenreis/model/protocol/presence'
import { presenceChange } from '@samenreis/model/protocol/presenceFrames'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { encodeStep1, encodeStep2, encodeUpdate } from '@samenreis/server/sync/frames'
import * as decoding from 'lib0/decoding'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from './eventually.ts'

export interface RawOptions {
  readonly token?: string
  readonly room?: RoomId | string
  readonly protocols?: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

/** A socket whose frames are made by hand: what a stock client would never send. */
export class RawClient {
  readonly socket: WebSocket
  readonly doc = new Y.Doc()
  readonly messages: ServerMessage[] = []
  /** Awareness frames, which only those get who did not offer `samenreis.v1`. */
  readonly presenceFrames: Uint8Array[] = []
  /** Everybody's presence, as those get it who offered `samenreis.v1`. */
  readonly crowd = new Crowd()
  /** State vectors that the server asked with. */
  readonly asked: Uint8Array[] = []
  documentFrames = 0
  /** false: document frames are counted and not taken in, so that many loud clients leave a test time for other things. */
  takesIn = true
  isOpen = false
  closeCode: number | null = null
  #shown: Presence = {}
  /** Status of a refused upgrade. */
  status: number | null = null

  constructor(syncUrl: string, { token, room = roomA, protocols, headers = {} }: RawOptions) {
    const offered = protocols ?? ['samenreis.v1', ...(token === undefined ? [] : [`bearer.${token}`])]
    this.socket = new WebSocket(`${syncUrl}/${room}`, [...offered], { headers: { ...headers } })
    this.socket.binaryType = 'nodebuffer'
    this.socket.on('open', () => {
      this.isOpen = true
    })
    this.socket.on('error', () => undefined)
    this.socket.on('unexpected-response', (request, response) => {
      this.status = response.statusCode ?? null
      request.destroy()
    })
    this.socket.on('close', (code) => {
      this.closeCode = code
    })
    this.socket.on('message', (data) => {
      if (Buffer.isBuffer(data)) this.#read(data)
    })
    onTestFinished(() => this.socket.terminate())
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame)
  }

  sendUpdate(update: Uint8Array): void {
    this.send(encodeUpdate(update))
  }

  sendStep2(update: Uint8Array): void {
    this.send(encodeStep2(update))
  }

  askForAll(): void {
    this.send(encodeStep1(Y.encodeStateVector(this.doc)))
  }

  /** Opens, asks for the board, and has it. */
  async ready(): Promise<this> {
    await eventually(() => {
      if (this.asked.length === 0) throw new Error(`The server has not spoken (close code ${this.closeCode})`)
    })
    this.askForAll()
    await eventually(() => {
      if (this.documentFrames === 0) throw new Error('The server has not answered')
    })
    return this
  }

  async closed(): Promise<number> {
    await eventually(() => {
      if (this.closeCode === null) throw new Error('The connection is still open')
    })
    return this.closeCode ?? 0
  }

  /** What this client shows of itself from now on. */
  show(presence: Presence): void {
    const change = presenceChange(this.#shown, presence)
    this.#shown = presence
    if (change !== null) this.send(encodeMove(change))
  }

  /** What it hears that somebody shows; undefined = nothing. */
  hears(participantId: string): Presence | undefined {
    return [...this.crowd.present.values()].find((each) => each.participantId === participantId)?.state
  }

  /** Messages of one kind that came so far. */
  got<Type extends ServerMessage['type']>(type: Type): Extract<ServerMessage, { type: Type }>[] {
    return this.messages.filter((message): message is Extract<ServerMessage, { type: Type }> => message.type === type)
  }

  /** Highest frame that the server said is stored. */
  get durableFrames(): number {
    return this.got('durable').at(-1)?.durable.frames ?? 0
  }

  #read(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.awareness) this.presenceFrames.push(decoding.readVarUint8Array(decoder))
    if (type !== messageTypes.sync) {
      const message = decodeServerMessage(type, decoder)
      if (message?.type === 'presence') this.crowd.take(message.presence)
      if (message !== null) this.messages.push(message)
      return
    }
    const sync = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    if (sync === syncTypes.step1) {
      this.asked.push(body)
      return
    }
    this.documentFrames += 1
    if (this.takesIn) Y.applyUpdate(this.doc, body)
  }
}

export function openRaw(server: { readonly syncUrl: string }, options: RawOptions): RawClient {
  return new RawClient(server.syncUrl, options)
}
