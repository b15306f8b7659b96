import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { needs } from '../support/privilege.ts'
import { openRaw } from '../support/RawClient.ts'
import { ServerProcess } from '../support/ServerProcess.ts'
import { readTrace, Tracer } from '../support/SyscallTrace.ts'
import { tokenOf } from '../support/TestAdmissions.ts'
import { storedRoom, TirelessWriters } from '../support/TirelessWriters.ts'

/** Every n-th sync fails; the whole list is 2 to 20. 1 = all of them do. */
const STEPS = (process.env['FAULT_SYNCS'] ?? '1,2,5,12').split(',').map(Number)
const SYNC = /^f(?:data)?sync$/
/** How many syncs fail before the disk is well again. */
const FAILURES = 3

for (const step of STEPS) {
  test(`[FS4, F26] every ${step}. sync fails: the file is opened anew before anything else is written, and nothing acknowledged is lost`, async (context) => {
    needs(context, 'trace')
    const folder = temporaryFolder()
    const trace = join(temporaryFolder(), 'trace')
    const server = new ServerProcess(folder, { settings: { limits: { retryMs: 50, retryMaxMs: 100 } } })
    await server.start()
    const watcher = await openRaw(server, { token: tokenOf('pa_watch'), room: roomA }).ready()
    const writers = new TirelessWriters(server, 3)
    await eventually(() => expect(writers.acknowledged).toBeGreaterThan(3), 30_000)
    const inject = ['-e', `inject=fsync,fdatasync:error=EIO:when=${step}+${step}`]
    const tracer = await Tracer.attach(server.pid, trace, ['fsync', 'fdatasync', 'openat', 'pwrite64'], inject)
    const failed = (): number => readTrace(trace).filter(({ result }) => result === -1).length
    await eventually(() => expect(failed()).toBeGreaterThanOrEqual(FAILURES), 30_000)
    expect(watcher.got('state').some(({ state }) => state.storage === 'failing')).toBe(true)
    await tracer.detach()
    writers.rest()
    await eventually(() => expect(writers.acknowledged).toBe(writers.made), 30_000)
    await eventually(() => expect(watcher.got('state').at(-1)?.state.storage).toBe('ok'), 30_000)
    await server.stop('SIGKILL')
    const { ids } = storedRoom(folder)
    expect(ids).toEqual([...writers.acknowledgedIds(), 'page:board'].toSorted())

    // After a sync that failed, nothing is written to the log that was open then.
    const calls = readTrace(trace)
    for (const [at, call] of calls.entries()) {
      const isSync = SYNC.test(call.name) && /-wal>/.test(call.args)
      if (!isSync || call.result !== -1) continue
      const next = calls.slice(at + 1).find(({ name, args }) => /sqlite-wal/.test(args) && !SYNC.test(name))
      if (next !== undefined) expect(next.name).toBe('openat')
    }
  })
}

test('[FS4, F26] a file that turns out to be damaged after an error of the disk ends the server, and its log says why', async (context) => {
  needs(context, 'trace')
  const folder = temporaryFolder()
  const settings = { limits: { retryMs: 50, retryMaxMs: 100 }, logLevel: 'error' as const }
  const server = new ServerProcess(folder, { settings })
  await server.start()
  // What is in the log goes into the file itself.
  expect(await server.stop('SIGTERM')).toBe(0)
  await server.start()
  const writers = new TirelessWriters(server, 2)
  await eventually(() => expect(writers.acknowledged).toBeGreaterThan(3), 30_000)
  const file = openSync(join(folder, 'samenreis.sqlite'), 'r+')
  // Heads of pages that nobody writes now: tables of votes and guesses.
  for (let page = 12; page < 20; page += 1) writeSync(file, Buffer.alloc(8, 0xff), 0, 8, page * 4096)
  closeSync(file)
  const ended = server.ended()
  const inject = ['-e', 'inject=fsync,fdatasync:error=EIO:when=1']
  await Tracer.attach(server.pid, join(temporaryFolder(), 'trace'), ['fsync', 'fdatasync'], inject)
  expect(await ended).toBe(1)
  writers.rest()
  expect(server.written).toContain('"event":"database-damaged"')
})
