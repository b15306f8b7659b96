import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Far above what a start takes on two busy cores. */
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 15_000

/** The real thing: `main.ts` as a process of its own, on a free port of this machine, with a database in an empty folder. */
export class RunningSamenreis {
  readonly origin: string
  private readonly child: ChildProcess
  private readonly folder: string

  private readonly output: { text: string }

  private constructor(child: ChildProcess, folder: string, origin: string, output: { text: string }) {
    this.child = child
    this.folder = folder
    this.origin = origin
    this.output = output
  }

  /**
   * Resolves when it answers. @throws when it ends before, with what it said
   *
   * @param source root of the workspace whose server and built interface are run
   */
  static async start(env: Record<string, string> = {}, source = root): Promise<RunningSamenreis> {
    const folder = mkdtempSync(join(tmpdir(), 'samenreis-e2e-'))
    const child = spawn(process.execPath, ['apps/server/src/main.ts'], {
      cwd: source,
      env: {
        ...process.env,
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: folder,
        LOG_LEVEL: 'warn',
        ROOMS_PER_HOUR: '1000',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = { text: '' }
    const origin = await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The server did not start in time:\n${output.text}`)),
        START_LIMIT_MS,
      )
      const listen = (chunk: Buffer): void => {
        output.text += chunk.toString()
        const address = /http:\/\/[\w.:[\]]+/.exec(output.text)?.[0]
        if (address === undefined) return
        clearTimeout(timer)
        resolve(address)
      }
      child.stdout.on('data', listen)
      child.stderr.on('data', listen)
      child.on('exit', (code) => {
        clearTimeout(timer)
        reject(new Error(`The server ended with ${code}:\n${output.text}`))
      })
    })
    return new RunningSamenreis(child, folder, origin, output)
  }

  /** Everything that it wrote to its output and its errors so far. */
  get said(): string {
    return this.output.text
  }

  /** Of the server, to measure it by. */
  get pid(): number {
    if (this.child.pid === undefined) throw new Error('The server did not start')
    return this.child.pid
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve))
    this.child.kill('SIGINT')
    const forced = setTimeout(() => this.child.kill('SIGKILL'), STOP_LIMIT_MS)
    if (this.child.exitCode === null) await ended
    clearTimeout(forced)
    rmSync(this.folder, { recursive: true, force: true })
  }
}
