import { encodePiece, messageTypes, syncTypes } from '@samenreis/model/protocol/messages'

/** A frame that carries edits. */
export type DocumentFrameKind = 'step2' | 'update'

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

/** What passes a socket, told as it happens. */
export interface SocketEars {
  /** What to hand over of this frame, in this order; nothing = it must not go. */
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
      const pieces = ears.cut(frame, this)
      for (const piece of pieces) super.send(new Uint8Array(piece))
      if (pieces.length > 0) ears.sent(kind, frame.byteLength, this)
    }
  }
}
