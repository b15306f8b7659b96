import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samenreis-main-'))
})
afterAll(() => rm(folder, { recursive: true }))

interface Running {
  readonly process: ChildProcess
  /** Everything written so far. */
  readonly written: () => string
  readonly ended: Promise<number | null>
}

function start(settings: Record<string, string>): Running {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  child.stdout.on('data', (bytes: Buffer) => (written += bytes.toString()))
  child.stderr.on('data', (bytes: Buffer) => (written += bytes.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { process: child, written: () => written, ended }
}

/** Resolves with the address as soon as the process says that it is ready; rejects when it ends before. */
function ready({ process: child, written, ended }: Running): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const address = /Samenreis staat klaar op (\S+)/.exec(written())?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', look)
    void ended.then(() => reject(new Error(`Ended before it was ready: ${written()}`)))
  })
}

test('[HT11, F38] a setting, folder or port that cannot be used ends the start with its name', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''
  const cases: readonly [Record<string, string>, string][] = [
    [{ PORT: 'abc' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ PUBLIC_ORIGIN: 'samenreis.example' }, 'PUBLIC_ORIGIN'],
    [{ ROOMS_PER_HOUR: '0' }, 'ROOMS_PER_HOUR'],
    [{ CONNECTIONS_PER_ROOM: '1' }, 'CONNECTIONS_PER_ROOM'],
    [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN'],
    [{ DATA_DIR: file }, 'DATA_DIR'],
    [{ DATA_DIR: join(file, 'below') }, 'DATA_DIR'],
    [{ DATA_DIR: '/proc/samenreis' }, 'DATA_DIR'],
    [{ DATA_DIR: join(folder, 'taken'), PORT: port }, 'PORT'],
    [{ DATA_DIR: join(folder, 'host'), HOST: '192.0.2.1' }, 'HOST'],
  ]
  for (const [settings, name] of cases) {
    const running = start({ PORT: '0', DATA_DIR: join(folder, 'data'), ...settings })
    expect(await running.ended, JSON.stringify(settings)).toBe(1)
    expect(running.written()).toContain('Samenreis cannot start.')
    expect(running.written()).toContain(name)
  }
  taken.close()
})

test('[HT11] a signal stops it with exit code 0, and what was made is there at the next start', async () => {
  const settings = { PORT: '0', DATA_DIR: join(folder, 'kept'), LOG_LEVEL: 'info' }
  const first = start(settings)
  const address = await ready(first)
  expect((await fetch(`${address}/health`)).status).toBe(200)
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ title: 'Blijft' })
  const made = (await (await fetch(`${address}/api/v1/rooms`, { method: 'POST', headers, body })).json()) as {
    room: { id: string }
    links: { facilitator: string }
  }
  first.process.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(first.written()).toContain('"event":"closed"')
  expect(first.written()).not.toContain(made.links.facilitator)

  const second = start(settings)
  const again = await ready(second)
  const entered = await fetch(`${again}/api/v1/rooms/${made.room.id}/sessions`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ secret: made.links.facilitator }),
  })
  expect(entered.status).toBe(201)
  second.process.kill('SIGINT')
  expect(await second.ended).toBe(0)
})
