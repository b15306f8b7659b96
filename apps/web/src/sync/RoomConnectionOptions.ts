import type { RoomId } from '@samenreis/model/ids/roomId'
import { DeviceStore, type CopyShelf } from './device/DeviceStore.ts'
import { wakefulClock } from './wakefulClock.ts'

export interface RoomConnectionOptions {
  readonly roomId: RoomId
  /** `ws://host/sync`; by default this page's origin. */
  readonly serverUrl?: string
  /** Subprotocols beside ours, e.g. `bearer.<token>` of a program. Browsers are known by their cookie. */
  readonly subprotocols?: readonly string[]
  readonly WebSocket?: typeof WebSocket
  /** 0 ≤ n < 1; decides the moment of a reconnect. */
  readonly random?: () => number
  /** Milliseconds on a clock that never goes back, and goes on while the device sleeps. */
  readonly now?: () => number
  /** Whether the server answers plain requests by the way that its socket goes. By default it is asked for its health. */
  readonly isReachable?: () => Promise<boolean>
  /** Where copies of unstored work stand. By default the browser's own database; one that is not there can keep nothing. */
  readonly shelf?: CopyShelf
}

/** How long the server may take to say that it is well, in ms. */
const HEALTH_LIMIT_MS = 5_000

/** Where copies of unstored work stand. */
export function shelfOf({ shelf }: RoomConnectionOptions): CopyShelf {
  return shelf ?? new DeviceStore()
}

/** The options with what a browser's page uses where nothing is said. */
export function ofThisPage(options: RoomConnectionOptions): Required<RoomConnectionOptions> {
  const serverUrl = options.serverUrl ?? `${location.origin.replace(/^http/, 'ws')}/sync`
  return {
    serverUrl,
    shelf: shelfOf(options),
    isReachable: () => answersAt(new URL('/health', serverUrl.replace(/^ws/, 'http'))),
    subprotocols: [],
    WebSocket,
    random: Math.random,
    now: wakefulClock(),
    ...options,
  }
}

async function answersAt(url: URL): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(HEALTH_LIMIT_MS) })).ok
  } catch {
    return false
  }
}
