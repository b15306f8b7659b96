import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import { updateParts } from './updateParts.ts'

/** A frame that carries edits. */
export type DocumentFrameKind = 'step2' | 'update'

/** Things in one part: the server takes 20,000 in a frame. */
const PART_STRUCTS = 5_000
const PART_DELETED_RANGES = 5_000

/** Kind of a frame that carries edits, or null for every other frame. These are what the server counts. */
export function documentFrameKind(frame: unknown): DocumentFrameKind | null {
  const bytes = frame instanceof ArrayBuffer ? new Uint8Array(frame) : frame
  if (!(bytes instanceof Uint8Array) || bytes[0] !== messageTypes.sync) return null
  if (bytes[1] === syncTypes.step2) return 'step2'
  return bytes[1] === syncTypes.update ? 'update' : null
}

/**
 * The same edits in several frames, each at most about so many bytes: updates, and a last one of the frame's own kind. A frame
 * that is small enough, or carries no edits, comes back as it is.
 */
export function framesOf(frame: Uint8Array, partBytes: number): readonly Uint8Array[] {
  const kind = documentFrameKind(frame)
  if (kind === null || frame.byteLength <= partBytes) return [frame]
  const decoder = decoding.createDecoder(frame.subarray(2))
  const update = decoding.readVarUint8Array(decoder)
  const parts = updateParts(update, { bytes: partBytes, structs: PART_STRUCTS, deletedRanges: PART_DELETED_RANGES })
  return parts.map((part, index) => documentFrame(index < parts.length - 1 ? 'update' : kind, part))
}

function documentFrame(kind: DocumentFrameKind, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageTypes.sync)
  encoding.writeVarUint(encoder, syncTypes[kind])
  encoding.writeVarUint8Array(encoder, update)
  return encoding.toUint8Array(encoder)
}

/** What passes a socket, told as it happens. */
export interface SocketEars {
  /** Frames to hand over in place of this one; none = it must not go. */
  readonly cut: (frame: Uint8Array, socket: WebSocket) => readonly Uint8Array[]
  readonly sent: (kind: DocumentFrameKind, bytes: number, socket: WebSocket) => void
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
      for (const part of ears.cut(frame, this)) {
        super.send(new Uint8Array(part))
        const partKind = documentFrameKind(part)
        if (partKind !== null) ears.sent(partKind, part.byteLength, this)
      }
    }
  }
}
