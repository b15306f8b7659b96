import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { closeCodes, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import {
  encodeServerMessage,
  messageTypes,
  PROTOCOL_VERSION,
  SUBPROTOCOL,
  type Hello,
  type ServerMessage,
} from '@samenreis/model/protocol/messages'
import { documentFrameKind } from '../documentFrames.ts'

export const roomId = RoomId.parse('abcdefghijkmnpqrstuvwxyz23')

/** Bytes of a document frame that brings nothing. */
const EMPTY_FRAME = 5

/** The other end of a connection, on a real socket, doing exactly what a test says: acknowledging, or not; closing, and why. */
export class ScriptedRoom {
  doc = new Y.Doc()
  epoch = 'first'
  /** Whether document frames are acknowledged as they come. */
  acknowledges = true
  /** Why every edit is refused; null = edits are taken. */
  refuses: CloseReason | null = null
  hello: Partial<Hello> = {}
  connections = 0
  /** Frames of type `queryAwareness` that came. */
  probes = 0
  private readonly server: WebSocketServer
  private readonly sockets = new Map<ServerSocket, number>()

  private constructor(server: WebSocketServer) {
    this.server = server
    Y.applyUpdate(this.doc, seedUpdate())
    server.on('connection', (socket) => this.handleConnection(socket))
  }

  static async open(): Promise<ScriptedRoom> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => SUBPROTOCOL })
    const room = new ScriptedRoom(server)
    await new Promise((resolve) => server.once('listening', resolve))
    return room
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}/sync`
  }

  tell(message: ServerMessage): void {
    for (const socket of this.sockets.keys()) socket.send(encodeServerMessage(message))
  }

  /** Says of every frame that came up to now that it is stored. */
  acknowledge(): void {
    for (const [socket, frames] of this.sockets) {
      socket.send(encodeServerMessage({ type: 'durable', durable: { frames, sequence: frames } }))
    }
  }

  closeAll(reason: CloseReason): void {
    for (const socket of this.sockets.keys()) socket.close(closeCodes[reason].code, reason)
  }

  async close(): Promise<void> {
    for (const socket of this.server.clients) socket.terminate()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private handleConnection(socket: ServerSocket): void {
    this.connections += 1
    this.sockets.set(socket, 0)
    socket.on('close', () => this.sockets.delete(socket))
    socket.on('message', (bytes: Uint8Array) => this.handleFrame(socket, new Uint8Array(bytes)))
    const hello: Hello = {
      protocol: PROTOCOL_VERSION,
      roomId,
      epoch: this.epoch,
      schemaVersion: SCHEMA_VERSION,
      participantId: ParticipantId.parse('pa_anna'),
      role: 'client',
      mayEdit: true,
      limits: { frameBytes: 1 << 20, documentFramesPerSecond: 30, presenceFramesPerSecond: 30 },
      ...this.hello,
    }
    socket.send(encodeServerMessage({ type: 'hello', hello }))
    const step1 = encoding.createEncoder()
    encoding.writeVarUint(step1, messageTypes.sync)
    sync.writeSyncStep1(step1, this.doc)
    socket.send(encoding.toUint8Array(step1))
  }

  private handleFrame(socket: ServerSocket, frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.queryAwareness) this.probes += 1
    if (type !== messageTypes.sync) return
    // A step 2 or update that holds anything is longer than its head and an empty update.
    if (this.refuses !== null && documentFrameKind(frame) !== null && frame.byteLength > EMPTY_FRAME) {
      socket.close(closeCodes[this.refuses].code, this.refuses)
      return
    }
    const answer = encoding.createEncoder()
    encoding.writeVarUint(answer, messageTypes.sync)
    sync.readSyncMessage(decoder, answer, this.doc, socket)
    if (encoding.length(answer) > 1) socket.send(encoding.toUint8Array(answer))
    if (documentFrameKind(frame) === null) return
    this.sockets.set(socket, (this.sockets.get(socket) ?? 0) + 1)
    if (this.acknowledges) this.acknowledge()
  }
}
