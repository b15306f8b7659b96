import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('./boardServerMain.ts', import.meta.url))

/** The live server as a process, which can be killed and started again at the same place. */
export class ServerProcess {
  readonly #folder: string
  #child: ChildProcess | null = null
  /** The same after every start, so that clients find it again; 0 before the first. */
  port = 0

  constructor(folder: string) {
    this.#folder = folder
    onTestFinished(() => void this.#child?.kill('SIGKILL'))
  }

  get syncUrl(): string {
    return `ws://127.0.0.1:${this.port}/sync`
  }

  /** Of the server, to measure it by. @throws while it does not run */
  get pid(): number {
    if (this.#child?.pid === undefined) throw new Error('The server does not run')
    return this.#child.pid
  }

  /** Resolves when it listens. @throws with what it wrote when it ended instead */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [main, this.#folder, String(this.port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Twenty starts read the same sources.
      env: { ...process.env, NODE_COMPILE_CACHE: join(this.#folder, 'compile-cache') },
    })
    this.#child = child
    let errors = ''
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString()
    })
    this.port = await new Promise<number>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const [, port] = /listening (\d+)/.exec(chunk.toString()) ?? []
        if (port !== undefined) resolve(Number(port))
      })
      child.once('exit', (code, signal) => reject(new Error(`The server ended (${code ?? signal}): ${errors}`)))
    })
  }

  /** Ends it and resolves with its exit code; null when the signal itself ended it. */
  async stop(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    const child = this.#child
    if (child === null) throw new Error('The server does not run')
    this.#child = null
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    child.kill(signal)
    return await ended
  }
}
