import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodePiece, messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import type { Stretch } from './UnsentChanges.ts'

/** A frame that carries edits. */
export type DocumentFrameKind = 'step2' | 'update'

/** A frame that carries edits, as it goes to the server. */
export interface DocumentFrame {
  readonly kind: DocumentFrameKind
  readonly bytes: Uint8Array
  /** The part of this tab's work that it carries; null = with a step 2 all of it, with an update the latest change. */
  readonly stretch: Stretch | null
}

/** Kind of a frame that carries edits, or null for every other frame. These are what the server counts. */
export function documentFrameKind(frame: unknown): DocumentFrameKind | null {
  const bytes = frame instanceof ArrayBuffer ? new Uint8Array(frame) : frame
  if (!(bytes instanceof Uint8Array) || bytes[0] !== messageTypes.sync) return null
  if (bytes[1] === syncTypes.step2) return 'step2'
  return bytes[1] === syncTypes.update ? 'update' : null
}

/** The same frame as it goes on the wire: whole when it is small enough, else in pieces of about so many bytes. */
export function piecesOf(frame: Uint8Array, pieceBytes: number): readonly Uint8Array[] {
  if (documentFrameKind(frame) === null || frame.byteLength <= pieceBytes) return [frame]
  const count = Math.ceil(frame.byteLength / pieceBytes)
  return Array.from({ length: count }, (_, index) =>
    encodePiece(frame.subarray(index * pieceBytes, (index + 1) * pieceBytes), index === count - 1),
  )
}

/** A step 2 that holds this work, as the work itself in the order in which it was made, and a step 2 with what is left. */
export function inStretches({ bytes }: DocumentFrame, stretches: readonly Stretch[]): readonly DocumentFrame[] {
  const sent = new Map<number, number>()
  const parts = stretches.map((stretch): DocumentFrame => {
    for (const [client, clock] of Y.parseUpdateMeta(stretch.update).to) sent.set(client, clock)
    return { kind: 'update', bytes: documentFrame('update', stretch.update), stretch }
  })
  const rest = Y.diffUpdate(updateIn(bytes), Y.encodeStateVector(sent))
  return [...parts, { kind: 'step2', bytes: documentFrame('step2', rest), stretch: null }]
}

function documentFrame(kind: DocumentFrameKind, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.sync)
  encoding.writeVarUint(encoder, syncTypes[kind])
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

function updateIn(frame: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}

/** What passes a socket, told as it happens. */
export interface SocketEars {
  /** The frames that go in the place of this one, in this order. */
  readonly split: (frame: DocumentFrame, socket: WebSocket) => readonly DocumentFrame[]
  /** What to hand over of a frame, in this order; nothing = it must not go. */
  readonly cut: (frame: Uint8Array, socket: WebSocket) => readonly Uint8Array[]
  readonly sent: (frame: DocumentFrame, socket: WebSocket) => void
  /** @param kind of what came, when it carries edits */
  readonly heard: (kind: DocumentFrameKind | null, socket: WebSocket) => void
}

/**
 * A WebSocket class that tells of each document frame that it hands over, and cuts large ones. A socket is ordered, so counting on
 * both ends is enough to know what the server's DURABLE is about (reliability.md C3).
 */
export function countingSocket(Base: typeof WebSocket, ears: SocketEars): typeof WebSocket {
  return class CountingSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', ({ data }: MessageEvent<unknown>) => ears.heard(documentFrameKind(data), this))
    }

    override send(frame: Parameters<WebSocket['send']>[0]): void {
      const kind = documentFrameKind(frame)
      if (kind === null || !(frame instanceof Uint8Array)) {
        super.send(frame)
        return
      }
      for (const part of ears.split({ kind, bytes: frame, stretch: null }, this)) {
        const pieces = ears.cut(part.bytes, this)
        for (const piece of pieces) super.send(new Uint8Array(piece))
        if (pieces.length > 0) ears.sent(part, this)
      }
    }
  }
}
