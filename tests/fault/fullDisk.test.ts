import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { expect, test } from 'vitest'
import { roomA, roomB } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { openClient } from '../support/openClient.ts'
import { apartCommand, needs } from '../support/privilege.ts'
import { openRaw, type RawClient } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { ServerProcess } from '../support/ServerProcess.ts'
import { tokenOf } from '../support/TestAdmissions.ts'
import { storedRoom } from '../support/TirelessWriters.ts'

const KIB = 1024
const DISK = '4m'
const RESERVE_BYTES = 256 * KIB

/** Sends what is done on the client's document. */
function sendEdits(client: RawClient): BoardDocument {
  client.doc.on('update', (update: Uint8Array, origin) => {
    if (origin === 'test') client.sendUpdate(update)
  })
  return new BoardDocument(client.doc)
}

/** Takes every byte that the disk has left. */
function fill(folder: string): void {
  for (const size of [256 * KIB, 16 * KIB, 4 * KIB]) {
    for (let number = 0; ; number += 1) {
      try {
        writeFileSync(join(folder, `filler-${size}-${number}`), Buffer.alloc(size), { flag: 'wx' })
      } catch {
        break
      }
    }
  }
}

test('[FS5, F25] a disk of 4 MB that is full: nothing is acknowledged, people can read, and when there is room all is stored', async (context) => {
  needs(context, 'mount')
  const disk = temporaryFolder()
  const mount = ['sh', '-c', `mount -t tmpfs -o size=${DISK} disk "$0" && exec "$@"`, disk]
  const server = new ServerProcess(disk, {
    within: [...apartCommand(), ...mount],
    settings: { limits: { retryMs: 100, retryMaxMs: 100 }, reserveBytes: RESERVE_BYTES, logLevel: 'warn' },
    env: { NODE_COMPILE_CACHE: join(temporaryFolder(), 'compile-cache') },
  })
  await server.start()
  // The disk as the server sees it.
  const seen = join('/proc', String(server.pid), 'root', disk)
  const anna = await openRaw(server, { token: tokenOf('pa_nora'), room: roomA }).ready()
  const cleo = await openRaw(server, { token: tokenOf('pa_cleo'), room: roomB }).ready()
  const board = sendEdits(anna)
  addStep(board, 'before')
  await eventually(() => expect(anna.durableFrames).toBe(1), 30_000)
  expect(existsSync(join(seen, 'samenreis.sqlite.reserve'))).toBe(true)

  fill(seen)
  // The reserve is given up for what waits, and then that is full, too.
  let parts = 0
  const states = (): (string | undefined)[] => anna.got('state').map(({ state }) => state.storage)
  for (; parts < 120; parts += 1) {
    addStep(board, `large${parts}`, 'Wachten. '.repeat(1000))
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await eventually(() => expect(states().at(-1)).toBe('failing'), 30_000)
  expect(existsSync(join(seen, 'samenreis.sqlite.reserve'))).toBe(false)
  const acknowledged = anna.durableFrames
  expect(acknowledged).toBeLessThan(parts + 1)
  addStep(board, 'small')
  const reader = await openClient(server, { token: tokenOf('pa_reader') })
  expect(reader.ids()).toContain('shape:before')
  expect(reader.ids()).not.toContain('shape:small')
  expect(anna.durableFrames).toBe(acknowledged)

  mkdirSync(join(seen, 'gone'), { recursive: true })
  for (const size of [256 * KIB, 16 * KIB, 4 * KIB]) {
    for (let number = 0; existsSync(join(seen, `filler-${size}-${number}`)); number += 1) {
      rmSync(join(seen, `filler-${size}-${number}`))
    }
  }
  await eventually(() => {
    expect(states().at(-1)).toBe('ok')
    expect(anna.durableFrames).toBe(parts + 2)
  }, 30_000)
  const everything = [...board.records.keys()].toSorted()
  await eventually(() => expect(reader.ids()).toEqual(everything), 30_000)
  expect([anna.closeCode, reader.closeCode, cleo.closeCode]).toEqual([null, null, null])

  // The disk is gone with the server: its files are looked at while it stands still.
  server.signal('SIGSTOP')
  const copy = temporaryFolder()
  for (const name of ['samenreis.sqlite', 'samenreis.sqlite-wal']) {
    if (existsSync(join(seen, name))) copyFileSync(join(seen, name), join(copy, name))
  }
  server.signal('SIGCONT')
  expect(storedRoom(copy).ids).toEqual(everything)
  expect(await server.stop('SIGTERM'), server.written).toBe(0)
})
