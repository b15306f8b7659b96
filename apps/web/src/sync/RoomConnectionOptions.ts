import type { RoomId } from '@samenreis/model/ids/roomId'

export interface RoomConnectionOptions {
  readonly roomId: RoomId
  /** `ws://host/sync`; by default this page's origin. */
  readonly serverUrl?: string
  /** Subprotocols beside ours, e.g. `bearer.<token>` of a program. Browsers are known by their cookie. */
  readonly subprotocols?: readonly string[]
  readonly WebSocket?: typeof WebSocket
  /** 0 ≤ n < 1; decides the moment of a reconnect. */
  readonly random?: () => number
  /** Milliseconds on a clock that never jumps. */
  readonly now?: () => number
}

/** The options with what a browser's page uses where nothing is said. */
export function ofThisPage(options: RoomConnectionOptions): Required<RoomConnectionOptions> {
  return {
    serverUrl: options.serverUrl ?? `${location.origin.replace(/^http/, 'ws')}/sync`,
    subprotocols: [],
    WebSocket,
    random: Math.random,
    now: () => performance.now(),
    ...options,
  }
}
