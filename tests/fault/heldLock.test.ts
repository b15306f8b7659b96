import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { expect, onTestFinished, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { ServerProcess } from '../support/ServerProcess.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

/** Longer than SQLite itself waits for a lock (5 s). */
const HELD_MS = Number(process.env['FAULT_LOCK_MS'] ?? 7000)

test(`[FS6, F31] somebody else holds the write lock for ${HELD_MS} ms: storage is slow, never failing, and catches up`, async () => {
  const folder = temporaryFolder()
  const server = new ServerProcess(folder)
  await server.start()
  const anna = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
  const board = new BoardDocument(anna.doc)
  anna.doc.on('update', (update: Uint8Array, origin) => {
    if (origin === 'test') anna.sendUpdate(update)
  })
  const other = new DatabaseSync(join(folder, 'samenreis.sqlite'))
  onTestFinished(() => other.close())
  other.exec('BEGIN IMMEDIATE')
  addStep(board, 'a')
  await eventually(() => expect(anna.got('state').at(-1)?.state.storage).toBe('slow'), 30_000)
  await new Promise((resolve) => setTimeout(resolve, HELD_MS))
  addStep(board, 'b')
  expect(anna.durableFrames).toBe(0)
  other.exec('ROLLBACK')
  await eventually(() => {
    expect(anna.durableFrames).toBe(2)
    expect(anna.got('state').at(-1)?.state.storage).toBe('ok')
  }, 30_000)
  expect(anna.got('state').filter(({ state }) => state.storage === 'failing')).toEqual([])
})
