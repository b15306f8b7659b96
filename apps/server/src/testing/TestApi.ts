import type { CreatedRoom, CreatedSession, NewRoom, NewSession } from '@samenreis/model/api/rooms'
import { Problem } from '@samenreis/model/api/problem'
import { AdmittedSessions } from '../access/AdmittedSessions.ts'
import { AllowedOrigins } from '../access/AllowedOrigins.ts'
import { Entrance } from '../access/Entrance.ts'
import { Links } from '../access/Links.ts'
import { Roster } from '../access/Roster.ts'
import { systemRandom } from '../access/secrets.ts'
import { Sessions } from '../access/Sessions.ts'
import { createApp } from '../app.ts'
import { ErasedList } from '../erasure/ErasedList.ts'
import { Erasures } from '../erasure/Erasures.ts'
import { GuessRounds } from '../guess/GuessRounds.ts'
import type { AppDeps } from '../http/AppDeps.ts'
import { Retention } from '../retention/Retention.ts'
import { createLog } from '../log.ts'
import { MemoryStorage } from '../storage/MemoryStorage.ts'
import { monotonicClock } from '../sync/Clock.ts'
import { defaultLimits } from '../sync/limits.ts'
import { RoomRegistry } from '../sync/RoomRegistry.ts'
import { Versions } from '../versions/Versions.ts'

/** Start of the tests' clock: 2026-11-22, ten in the morning in Amsterdam. */
const START_MS = Date.parse('2026-11-22T09:00:00Z')

interface Asked {
  readonly token?: string
  readonly cookie?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown
}

/** The whole HTTP side in memory: real rooms, real sessions, a store that forgets, and a clock that tests turn. */
export class TestApi {
  readonly storage = new MemoryStorage()
  readonly erasedList = ErasedList.inMemory()
  readonly rooms: RoomRegistry
  readonly sessions: Sessions
  readonly erasures: Erasures
  readonly versions: Versions
  readonly app: ReturnType<typeof createApp>
  /** Everything that was logged, at every level. */
  readonly logged: string[] = []
  nowMs = START_MS

  constructor(changes: Partial<AppDeps> = {}) {
    const log = createLog('trace', { write: (line) => void this.logged.push(line) })
    const { directory } = this.storage
    const now = (): number => this.nowMs
    const random = systemRandom
    const admitted = new AdmittedSessions()
    this.rooms = new RoomRegistry({
      storage: this.storage.documents,
      log,
      clock: monotonicClock,
      limits: defaultLimits,
      onManyGone: (roomId, { sequence, ...version }) =>
        void this.versions.keepBoard(roomId, version, sequence, 'many-gone'),
    })
    const retention = new Retention({ directory, time: { read: now }, log })
    this.sessions = new Sessions({ directory, admitted, retention, random, now })
    this.versions = new Versions({ store: this.storage.versions, rooms: this.rooms, random, now, log })
    const guesses = new GuessRounds({ directory, rooms: this.rooms, random, now })
    this.erasures = new Erasures({
      directory,
      guesses,
      rooms: this.rooms,
      versions: this.versions,
      list: this.erasedList,
      rescueFiles: null,
      purge: { ask: () => undefined },
      now,
      log,
    })
    this.app = createApp({
      directory,
      rooms: this.rooms,
      sessions: this.sessions,
      entrance: new Entrance({ directory, sessions: this.sessions, random, now }),
      roster: new Roster(directory, this.rooms),
      guesses,
      retention,
      erasures: this.erasures,
      versions: this.versions,
      links: new Links({ directory, rooms: this.rooms, admitted, random }),
      origins: new AllowedOrigins(null),
      publicOrigin: null,
      trustedProxies: [],
      roomsPerHour: 60,
      tldrawLicenseKey: null,
      web: null,
      metrics: null,
      ready: () => true,
      storageWorks: () => true,
      random,
      now,
      log,
      ...changes,
    })
  }

  async ask(method: string, path: string, { token, cookie, headers = {}, body }: Asked = {}): Promise<Response> {
    return this.app.request(`http://localhost:8787${path}`, {
      method,
      headers: {
        Host: 'localhost:8787',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(cookie === undefined ? {} : { Cookie: cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  }

  async createRoom(room: Partial<NewRoom> = {}): Promise<CreatedRoom> {
    const answer = await this.ask('POST', '/api/v1/rooms', { body: { title: 'Hulp in huis', ...room } })
    return (await answer.json()) as CreatedRoom
  }

  enter(roomId: string, body: NewSession, asked: Asked = {}): Promise<Response> {
    return this.ask('POST', `/api/v1/rooms/${roomId}/sessions`, { ...asked, body })
  }

  /** Comes in by a link of the room. */
  async join(
    { room, links }: CreatedRoom,
    right: keyof CreatedRoom['links'] = 'participant',
    wish: Omit<NewSession, 'secret'> = {},
  ): Promise<CreatedSession & { cookie: string }> {
    const answer = await this.enter(room.id, { secret: links[right], ...wish })
    const session = (await answer.json()) as CreatedSession
    return { ...session, cookie: (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '' }
  }
}

/** The problem that an answer tells, with its status; fails when it is none. */
export async function problemOf(answer: Response): Promise<{ status: number } & Problem> {
  if (answer.headers.get('Content-Type') !== 'application/problem+json') {
    throw new Error(`No problem but ${answer.status}: ${await answer.text()}`)
  }
  const problem = Problem.parse(await answer.json())
  return { ...problem, status: answer.status }
}
