import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { RescueFiles } from '@samenreis/server/rescue/RescueFiles'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { ServerProcess } from '../support/ServerProcess.ts'
import { storedRoom, TirelessWriters } from '../support/TirelessWriters.ts'

const WRITERS = 20
/** The case's own bound, and what a machine that is busy with other tests may take beside it. */
const STOP_MS = 10_000
const BUSY_MS = 5000
const KEY = '5a'.repeat(32)

const latencies: readonly { name: string; appendMs: number; code: number | null; editMs: number }[] = [
  { name: '0 ms', appendMs: 0, code: 0, editMs: 60 },
  { name: '200 ms', appendMs: 200, code: 0, editMs: 60 },
  // What was edited during the commit that was under way needs another 5 s: more than a stop has.
  { name: '5,000 ms', appendMs: 5000, code: 1, editMs: 60 },
  { name: 'for ever', appendMs: -1, code: 1, editMs: 60 },
]

/** Ids of everything in the rescue files of a folder. */
async function rescuedIds(folder: string): Promise<Set<string>> {
  const files = new RescueFiles({ folder, key: Buffer.from(KEY, 'hex') })
  const ids = new Set<string>()
  for (const name of readdirSync(folder)) {
    const { state } = await files.read(join(folder, name))
    const board = new BoardDocument(new Y.Doc())
    Y.applyUpdate(board.doc, state)
    for (const id of board.records.keys()) ids.add(id)
  }
  return ids
}

for (const { name, appendMs, code, editMs } of latencies) {
  test(`[RM15, F32] SIGTERM with ${WRITERS} writers and storage that takes ${name}: nothing acknowledged is lost, and it ends in time with the right code`, async () => {
    const folder = temporaryFolder()
    const rescueDir = temporaryFolder()
    const settings = { appendMs, rescueDir, rescueKey: KEY, logLevel: 'error' as const }
    const server = new ServerProcess(folder, { settings })
    await server.start()
    const writers = new TirelessWriters(server, WRITERS, { editMs })
    await eventually(() => expect(writers.all.every(({ made }) => made > 3)).toBe(true), 30_000)
    if (appendMs >= 0) await eventually(() => expect(writers.acknowledged).toBeGreaterThan(0), 30_000)
    const beganMs = performance.now()
    const ended = server.ended()
    server.signal('SIGTERM')
    expect(await ended).toBe(code)
    expect(performance.now() - beganMs).toBeLessThan(STOP_MS + BUSY_MS)
    writers.rest()
    await eventually(() => {
      for (const { closeCodes } of writers.all) expect(closeCodes[0]).toBe(1012)
    }, 30_000)
    const { ids } = storedRoom(folder)
    expect(writers.acknowledgedIds().filter((id) => !ids.includes(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
    // What was accepted and not stored is not gone.
    const rescued = await rescuedIds(rescueDir)
    if (code === 0) expect(rescued.size).toBe(0)
    else expect(rescued.size).toBeGreaterThan(ids.length)
  })
}

test('[RM15, F32] a second signal ends it at once', async () => {
  const server = new ServerProcess(temporaryFolder(), { settings: { appendMs: -1 } })
  await server.start()
  const writers = new TirelessWriters(server, 1)
  await eventually(() => expect(writers.made).toBeGreaterThan(3), 30_000)
  const ended = server.ended()
  server.signal('SIGTERM')
  await eventually(() => {
    // Signals within a second are one press of Ctrl+C, which reaches a process more than once.
    server.signal('SIGTERM')
    throw new Error('It has not ended')
  }, 3000).catch(() => undefined)
  expect(await ended).toBeNull()
})

test('[FS9] after an error that nobody caught, what was accepted is stored, and it ends with code 1', async () => {
  const folder = temporaryFolder()
  const settings = { crashesAfterMs: 2500, limits: { commitMs: 60 }, logLevel: 'error' as const }
  const server = new ServerProcess(folder, { settings })
  await server.start()
  const writers = new TirelessWriters(server, 3)
  const ended = server.ended()
  expect(await ended).toBe(1)
  writers.rest()
  expect(server.written).toContain('"event":"uncaught"')
  expect(server.written).not.toContain('Planted')
  const { ids } = storedRoom(folder)
  expect(writers.acknowledged).toBeGreaterThan(0)
  expect(writers.acknowledgedIds().filter((id) => !ids.includes(id))).toEqual([])
})
