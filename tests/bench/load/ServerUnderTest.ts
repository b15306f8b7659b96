import { freePort } from '../../../scripts/freePort.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What is measured: ours, three others, and the floor below which no relay can go. */
export const peers = ['samenreis', 'hocuspocus', 'y-websocket', 'tldraw-sync', 'floor'] as const
export type Peer = (typeof peers)[number]

/** The server has one core for itself, and the crowd the other: neither can take from the other what is measured. */
export const SERVER_CPU = 0
export const CROWD_CPU = 1
/** Far above what a start takes on two busy cores. */
const START_LIMIT_MS = 60_000
const STOP_LIMIT_MS = 15_000

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const programs: Record<Peer, string> = {
  samenreis: here('../../../apps/server/src/main.ts'),
  hocuspocus: here('../peers/hocuspocus.ts'),
  'y-websocket': here('../peers/node_modules/y-websocket/bin/server.cjs'),
  'tldraw-sync': here('../peers/tldrawSync.ts'),
  floor: here('./floorServer.ts'),
}

/** Whether the packages of the peers are there; the product is installed without them. */
export function arePeersInstalled(): boolean {
  return existsSync(programs['y-websocket'])
}

export interface StartOptions {
  /** Arguments of Node, before the program. */
  readonly nodeArguments?: readonly string[]
  /** Of our own server: keeps its data here instead of in a folder of its own, and leaves it there. */
  readonly dataFolder?: string
}

/** A server in a process of its own, pinned to one core, on a free port of this machine. */
export class ServerUnderTest {
  readonly peer: Peer
  /** `http://127.0.0.1:port` */
  readonly origin: string
  readonly pid: number
  /** What it said so far, on both outputs. */
  readonly said: () => string
  readonly #child: ChildProcess
  readonly #folder: string

  private constructor(peer: Peer, child: ChildProcess, folder: string, origin: string, said: () => string) {
    if (child.pid === undefined) throw new Error(`${peer} did not start`)
    this.peer = peer
    this.pid = child.pid
    this.origin = origin
    this.said = said
    this.#child = child
    this.#folder = folder
  }

  /** Resolves when it listens. @throws with what it said when it does not */
  static async start(peer: Peer, { nodeArguments = [], dataFolder }: StartOptions = {}): Promise<ServerUnderTest> {
    const folder = mkdtempSync(join(tmpdir(), 'samenreis-bench-'))
    const port = await freePort()
    const child = spawn('taskset', ['-c', String(SERVER_CPU), process.execPath, ...nodeArguments, programs[peer]], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataFolder ?? join(folder, 'data'),
        LOG_LEVEL: 'warn',
        SERVE_WEB: 'false',
        ROOMS_PER_HOUR: '100000',
        CONNECTIONS_PER_ROOM: '2000',
      },
    })
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.on('error', (error) => (said += error.message))
    const origin = `http://127.0.0.1:${port}`
    const deadlineMs = performance.now() + START_LIMIT_MS
    while (!(await answers(origin))) {
      if (child.exitCode !== null || child.pid === undefined || performance.now() > deadlineMs) {
        child.kill('SIGKILL')
        rmSync(folder, { recursive: true, force: true })
        throw new Error(`${peer} did not start: ${said}`)
      }
      await pause(50)
    }
    return new ServerUnderTest(peer, child, folder, origin, () => said)
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve))
    this.#child.kill('SIGINT')
    const forced = setTimeout(() => this.#child.kill('SIGKILL'), STOP_LIMIT_MS)
    if (this.#child.exitCode === null && this.#child.signalCode === null) await ended
    clearTimeout(forced)
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

async function answers(origin: string): Promise<boolean> {
  try {
    await fetch(`${origin}/health`)
    return true
  } catch {
    return false
  }
}
