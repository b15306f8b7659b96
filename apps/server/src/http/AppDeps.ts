import type { AllowedOrigins } from '../access/AllowedOrigins.ts'
import type { Entrance } from '../access/Entrance.ts'
import type { Links } from '../access/Links.ts'
import type { Roster } from '../access/Roster.ts'
import type { RandomBytes } from '../access/secrets.ts'
import type { Sessions } from '../access/Sessions.ts'
import type { Erasures } from '../erasure/Erasures.ts'
import type { GuessRounds } from '../guess/GuessRounds.ts'
import type { Log } from '../log.ts'
import type { Metrics } from '../metrics/Metrics.ts'
import type { Retention } from '../retention/Retention.ts'
import type { RoomDirectory } from '../storage/RoomDirectory.ts'
import type { BoardRooms } from '../sync/BoardRooms.ts'
import type { Versions } from '../versions/Versions.ts'
import type { WebFiles } from './WebFiles.ts'

/** Everything that answers may need. */
export interface AppDeps {
  readonly directory: RoomDirectory
  readonly rooms: BoardRooms
  readonly sessions: Sessions
  readonly entrance: Entrance
  readonly links: Links
  readonly roster: Roster
  readonly guesses: GuessRounds
  readonly retention: Retention
  readonly erasures: Erasures
  readonly versions: Versions
  readonly origins: AllowedOrigins
  /** Where people find this server; null = where the request says. For links in files. */
  readonly publicOrigin: string | null
  /** Proxies whose word about the caller's address is taken. */
  readonly trustedProxies: readonly string[]
  /** Rooms that one address may make in an hour. */
  readonly roomsPerHour: number
  /** Handed to browsers; null = none is set. */
  readonly tldrawLicenseKey: string | null
  /** The built web app; null where something else serves it (development). */
  readonly web: WebFiles | null
  /** What `/metrics` gives, and the token that it asks for; null = there is no such page. */
  readonly metrics: { readonly source: Pick<Metrics, 'text' | 'contentType'>; readonly token: string } | null
  /** False while the server stops: no new work should be sent here. */
  readonly ready: () => boolean
  /** Whether what people do now can be stored. */
  readonly storageWorks: () => boolean
  readonly random: RandomBytes
  /** Milliseconds since 1970 by the server's clock. */
  readonly now: () => number
  readonly log: Log
}
