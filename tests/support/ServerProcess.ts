import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { BoardServerSettings } from './boardServerSettings.ts'

const main = fileURLToPath(new URL('./boardServerMain.ts', import.meta.url))

export interface ServerProcessOptions {
  readonly settings?: BoardServerSettings
  /** Command that runs the server as its last words, e.g. `strace …`. */
  readonly within?: readonly string[]
  /** More of the environment. */
  readonly env?: Readonly<Record<string, string>>
}

/** The live server as a process, which can be killed and started again at the same place. */
export class ServerProcess {
  readonly #folder: string
  readonly #options: ServerProcessOptions
  #child: ChildProcess | null = null
  #pid = 0
  #written = ''
  /** The same after every start, so that clients find it again; 0 before the first. */
  port = 0

  constructor(folder: string, options: ServerProcessOptions = {}) {
    this.#folder = folder
    this.#options = options
    onTestFinished(() => this.#kill())
  }

  get syncUrl(): string {
    return `ws://127.0.0.1:${this.port}/sync`
  }

  /** Process id of the server itself, whatever it runs within. */
  get pid(): number {
    return this.#pid
  }

  /** Everything that it wrote since it was started last. */
  get written(): string {
    return this.#written
  }

  /** Resolves when it listens. @throws with what it wrote when it ended instead */
  async start(): Promise<void> {
    const { within = [], env = {}, settings = {} } = this.#options
    const command = [...within, process.execPath, main, this.#folder, String(this.port), JSON.stringify(settings)]
    const child = spawn(command[0] ?? '', command.slice(1), {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Many starts read the same sources.
      env: { ...process.env, NODE_COMPILE_CACHE: join(this.#folder, 'compile-cache'), ...env },
    })
    this.#child = child
    this.#written = ''
    await new Promise<void>((resolve, reject) => {
      const read = (chunk: Buffer): void => {
        this.#written += chunk.toString()
        const [, port, pid] = /listening (\d+) process (\d+)/.exec(this.#written) ?? []
        if (port === undefined) return
        this.port = Number(port)
        this.#pid = Number(pid)
        resolve()
      }
      child.stdout.on('data', read)
      child.stderr.on('data', read)
      child.once('exit', (code, signal) => reject(new Error(`The server ended (${code ?? signal}): ${this.#written}`)))
    })
  }

  /** Sends a signal to the server itself. */
  signal(signal: NodeJS.Signals): void {
    process.kill(this.#pid, signal)
  }

  /** Ends it and resolves with its exit code; null when the signal itself ended it. */
  async stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const ended = this.ended()
    this.signal(signal)
    return await ended
  }

  /** Resolves with its exit code when it has ended; null when a signal ended it. */
  async ended(): Promise<number | null> {
    const child = this.#child
    if (child === null) throw new Error('The server does not run')
    const code = await new Promise<number | null>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
      else child.once('exit', resolve)
    })
    this.#child = null
    return code
  }

  /** Both, because the end of a tracer lets what it traces go on. */
  #kill(): void {
    if (this.#child === null) return
    if (this.#pid !== 0) {
      try {
        process.kill(this.#pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
    }
    this.#child.kill('SIGKILL')
  }
}
