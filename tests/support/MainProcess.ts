import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))

export interface MainOptions {
  /** More of the environment. */
  readonly settings?: Readonly<Record<string, string>>
  /** Command that runs the server as its last words, e.g. `strace …`. */
  readonly within?: readonly string[]
}

/** The whole server as a process on one folder, which can be killed and started again. */
export class MainProcess {
  readonly #folder: string
  #child: ChildProcess | null = null
  #origin = ''
  /** All that it wrote, over all starts. */
  said = ''
  readonly #options: MainOptions

  constructor(folder: string, options: MainOptions = {}) {
    this.#options = options
    this.#folder = folder
    onTestFinished(() => void this.#child?.kill('SIGKILL'))
  }

  /** Where it answers. */
  get origin(): string {
    return this.#origin
  }

  get pid(): number {
    return this.#child?.pid ?? 0
  }

  /** Resolves when it answers. @throws with what it wrote when it ended instead */
  async start(env: Readonly<Record<string, string>> = {}): Promise<void> {
    const { settings = {}, within = [] } = this.#options
    // As the README asks of who runs it: no core dumps.
    const command = ['-c', 'ulimit -c 0; exec "$0" "$@"', ...within, process.execPath, main]
    const child = spawn('sh', command, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: join(this.#folder, 'data'),
        LOG_LEVEL: 'warn',
        // Many starts read the same sources.
        NODE_COMPILE_CACHE: join(this.#folder, 'compile-cache'),
        ...settings,
        ...env,
      },
    })
    this.#child = child
    let said = ''
    this.#origin = await new Promise<string>((resolve, reject) => {
      const listen = (chunk: Buffer): void => {
        said += chunk.toString()
        this.said += chunk.toString()
        const address = /http:\/\/[\w.:[\]]+/.exec(said)?.[0]
        if (address !== undefined) resolve(address)
      }
      child.stdout.on('data', listen)
      child.stderr.on('data', listen)
      child.once('exit', (code, signal) => reject(new Error(`The server ended (${code ?? signal}): ${said}`)))
    })
  }

  get syncUrl(): string {
    return `${this.#origin.replace('http', 'ws')}/sync`
  }

  /** Ends it as a lost power would. */
  async kill(): Promise<void> {
    await this.crash('SIGKILL')
  }

  /** Asks it to end. @returns its exit code, or the signal that ended it */
  stop(): Promise<string | number | null> {
    return this.#end('SIGTERM')
  }

  /** Ends it by a signal that it does not expect. @returns the signal that ended it, or its exit code */
  crash(signal: 'SIGKILL' | 'SIGUSR2' | 'SIGABRT' | 'SIGSEGV'): Promise<string | number | null> {
    return this.#end(signal)
  }

  async #end(signal: NodeJS.Signals): Promise<string | number | null> {
    const child = this.#child
    if (child === null) throw new Error('The server does not run')
    this.#child = null
    const ended = new Promise<string | number | null>((resolve) =>
      child.once('close', (code, by) => resolve(by ?? code)),
    )
    child.kill(signal)
    return await ended
  }

  /** @param path from the root, e.g. `/metrics` */
  askRoot(path: string, token: string): Promise<Response> {
    return fetch(`${this.#origin}${path}`, { headers: { Authorization: `Bearer ${token}` } })
  }

  /** @param path below `/api/v1` */
  ask(method: string, path: string, { token, body }: { token?: string; body?: unknown } = {}): Promise<Response> {
    return fetch(`${this.#origin}/api/v1${path}`, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }
}
