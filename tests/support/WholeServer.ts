import { Problem } from '@samenreis/model/api/problem'
import { CreatedRoom, CreatedSession, type LinkRight, type NewRoom, type NewSession } from '@samenreis/model/api/rooms'
import { createLog } from '@samenreis/server/log'
import { startServer, type RunningServer, type ServerOptions } from '@samenreis/server/server'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'

interface Asked {
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON; a string is sent as it is. */
  readonly body?: unknown
}

/** The whole server on a port of this process: HTTP, access, gateway, rooms, with a store that forgets. */
export class WholeServer {
  readonly #server: RunningServer

  static async start(options: Partial<ServerOptions> = {}): Promise<WholeServer> {
    const server = await startServer({
      port: 0,
      host: '127.0.0.1',
      storage: new MemoryStorage(),
      webRoot: null,
      log: createLog('silent'),
      ...options,
    })
    return new WholeServer(server)
  }

  private constructor(server: RunningServer) {
    this.#server = server
  }

  close(): Promise<void> {
    return this.#server.close({ graceMs: 500 })
  }

  get rooms(): RunningServer['rooms'] {
    return this.#server.rooms
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#server.port}`
  }

  get syncUrl(): string {
    return `ws://127.0.0.1:${this.#server.port}/sync`
  }

  /** @param path below `/api/v1` */
  ask(method: string, path: string, { token, headers, body }: Asked = {}): Promise<Response> {
    return fetch(`${this.origin}/api/v1${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  }

  /** The problem that an answer is, checked against its schema. */
  async refusal(method: string, path: string, asked: Asked = {}): Promise<Problem> {
    const answer = await this.ask(method, path, asked)
    if (answer.ok) throw new Error(`${method} ${path} was not refused: ${answer.status}`)
    return Problem.parse(await answer.json())
  }

  async makeRoom(room: Partial<NewRoom> = {}): Promise<CreatedRoom> {
    return CreatedRoom.parse(await (await this.ask('POST', '/rooms', { body: { title: 'Proef', ...room } })).json())
  }

  async join(made: CreatedRoom, right: LinkRight, wish: Omit<NewSession, 'secret'> = {}): Promise<CreatedSession> {
    const body = { secret: made.links[right], ...wish }
    return CreatedSession.parse(await (await this.ask('POST', `/rooms/${made.room.id}/sessions`, { body })).json())
  }
}
