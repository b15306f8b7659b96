import { copyFileSync, existsSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import { expect, test } from 'vitest'
import { roomA } from '../contract/roomFixture.ts'
import { DurableClient } from '../support/DurableClient.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { needs } from '../support/privilege.ts'
import { ServerProcess } from '../support/ServerProcess.ts'
import { readTrace, straceWords, type Syscall } from '../support/SyscallTrace.ts'
import { tokenOf } from '../support/TestAdmissions.ts'
import { tracedFrames } from '../support/tracedFrames.ts'
import { storedRoom } from '../support/TirelessWriters.ts'

const EDITS = Number(process.env['FAULT_EDITS'] ?? 30)
const COPY_EVERY = 3
const WAL = /^\d+<[^>]*\.sqlite-wal>/

interface Copy {
  readonly folder: string
  readonly atMs: number
  readonly promised: readonly string[]
}

/** Whether a call told a client that something is stored. */
function acknowledges(call: Syscall): boolean {
  return tracedFrames(call).some(([type]) => type === messageTypes.durable)
}

/** Whether a call gave a client a change of the board. */
function relays(call: Syscall): boolean {
  return tracedFrames(call).some(([type, sync]) => type === messageTypes.sync && sync === syncTypes.update)
}

function isWalWrite({ name, args }: Syscall): boolean {
  return name === 'pwrite64' && WAL.test(args)
}

function isWalSync({ name, args, result }: Syscall): boolean {
  return (name === 'fdatasync' || name === 'fsync') && result === 0 && WAL.test(args)
}

/** Bytes of the log that a cut of the power at this moment would have left: what a sync covered that had ended by then. */
function syncedBytes(calls: readonly Syscall[], atMs: number): number {
  let synced = 0
  for (const sync of calls.filter((call) => isWalSync(call) && call.endedAtMs <= atMs)) {
    for (const write of calls) {
      if (!isWalWrite(write) || write.endedAtMs > sync.startedAtMs) continue
      const [, bytes = '0', offset = '0'] = /, (\d+), (\d+)$/.exec(write.args) ?? []
      synced = Math.max(synced, Number(bytes) + Number(offset))
    }
  }
  return synced
}

/**
 * Lets one person edit, each edit after the acknowledgement of the one before, copies the files now and then, and says what a cut
 * of the power would have done.
 */
async function play(env: Record<string, string>): Promise<{ tooEarly: number; acks: number; lost: string[] }> {
  const folder = temporaryFolder()
  const trace = join(temporaryFolder(), 'trace')
  const calls = ['pwrite64', 'fdatasync', 'fsync', 'write', 'writev']
  const server = new ServerProcess(folder, { within: straceWords(trace, calls), env })
  await server.start()
  const client = new DurableClient(server.syncUrl, roomA, 'w0', tokenOf('pa_w0'))
  await eventually(() => expect(client.provider.synced).toBe(true), 30_000)
  const copies: Copy[] = []
  for (let edit = 1; edit <= EDITS; edit += 1) {
    client.edit()
    await eventually(() => expect(client.acknowledged).toBe(edit), 30_000)
    if (edit % COPY_EVERY !== 0) continue
    const copy = { folder: temporaryFolder(), atMs: Date.now(), promised: client.acknowledgedIds() }
    for (const name of ['samenreis.sqlite', 'samenreis.sqlite-wal']) {
      if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy.folder, name))
    }
    copies.push(copy)
  }
  client.provider.destroy()
  await server.stop('SIGKILL')

  const done = readTrace(trace)
  let dirty = false
  let acks = 0
  let tooEarly = 0
  for (const call of done) {
    if (isWalWrite(call)) dirty = true
    if (isWalSync(call)) dirty = false
    if (acknowledges(call)) acks += 1
    if (dirty && (acknowledges(call) || relays(call))) tooEarly += 1
  }
  const lost = copies.flatMap(({ folder: copy, atMs, promised }) => {
    const wal = join(copy, 'samenreis.sqlite-wal')
    truncateSync(wal, syncedBytes(done, atMs))
    let ids: readonly string[] = []
    try {
      ids = storedRoom(copy).ids
    } catch {
      // Not even the room was on disk.
    }
    return promised.filter((id) => !ids.includes(id))
  })
  return { tooEarly, acks, lost }
}

test('[FS3, F24] nothing is acknowledged or relayed before the log is synced, and what a cut of the power leaves holds all that was acknowledged', async (context) => {
  needs(context, 'trace')
  const { tooEarly, acks, lost } = await play({})
  expect(acks).toBeGreaterThanOrEqual(EDITS)
  expect([tooEarly, lost]).toEqual([0, []])
})

test('[FS3, F24] the same with synchronous=NORMAL planted is caught', async (context) => {
  needs(context, 'trace')
  const planted = new URL('../support/plantNormalSync.mjs', import.meta.url).href
  const { tooEarly, lost } = await play({ NODE_OPTIONS: `--import ${planted}` })
  expect(tooEarly).toBeGreaterThan(0)
  expect(lost.length).toBeGreaterThan(0)
})
