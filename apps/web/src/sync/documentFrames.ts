import { messageTypes, syncTypes } from '@samenreis/model/protocol/messages'

/** Kind of a frame that carries edits, or null for every other frame. These are what the server counts. */
export function documentFrameKind(frame: unknown): 'step2' | 'update' | null {
  const bytes = frame instanceof ArrayBuffer ? new Uint8Array(frame) : frame
  if (!(bytes instanceof Uint8Array) || bytes[0] !== messageTypes.sync) return null
  if (bytes[1] === syncTypes.step2) return 'step2'
  return bytes[1] === syncTypes.update ? 'update' : null
}

/**
 * A WebSocket class that tells of each document frame that it hands over. A socket is ordered, so counting on both ends is
 * enough to know what the server's DURABLE is about (reliability.md C3).
 */
export function countingSocket(
  Base: typeof WebSocket,
  tell: { sent: (frame: 'step2' | 'update', socket: WebSocket) => void; heard: (socket: WebSocket) => void },
): typeof WebSocket {
  return class CountingSocket extends Base {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', () => tell.heard(this))
    }

    override send(frame: Parameters<WebSocket['send']>[0]): void {
      super.send(frame)
      const kind = documentFrameKind(frame)
      if (kind !== null) tell.sent(kind, this)
    }
  }
}
