import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import type { RoomBatch } from '@samenreis/server/storage/RoomStorage'
import { expect, test } from 'vitest'
import { eventually } from '../support/eventually.ts'
import { DelayedDocuments } from '../support/DelayedDocuments.ts'
import { startServer } from '../support/startServer.ts'
import { storageWith } from '../support/storageWith.ts'
import { TirelessWriters } from '../support/TirelessWriters.ts'

const WRITERS = 50
const SECONDS = 3
const COMMITS_PER_SECOND = 50

/** A real store that counts what is written to it. */
class CountingDocuments extends DelayedDocuments {
  commits = 0
  bytes = 0

  override async append(batches: readonly RoomBatch[]): Promise<void> {
    this.commits += 1
    for (const { updates } of batches) for (const { bytes } of updates) this.bytes += bytes.byteLength
    await super.append(batches)
  }

  override async compact(...args: Parameters<DelayedDocuments['compact']>): Promise<void> {
    this.bytes += args[2].bytes.byteLength
    await super.compact(...args)
  }
}

test(`[FS12, F35] ${WRITERS} people write in one room: at most ${COMMITS_PER_SECOND} commits a second, at most 3 bytes stored for each received`, async () => {
  const memory = new MemoryStorage()
  const documents = new CountingDocuments(memory.documents, 0)
  const server = await startServer({ storage: storageWith(memory, documents) })
  const writers = new TirelessWriters(server, WRITERS, { editMs: 200 })
  let received = 0
  for (const { doc } of writers.all) {
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'test') received += update.byteLength
    })
  }
  await eventually(() => expect(writers.all.every(({ acknowledged }) => acknowledged > 0)).toBe(true), 30_000)
  const [commits, beganMs] = [documents.commits, performance.now()]
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000))
  const seconds = (performance.now() - beganMs) / 1000
  expect((documents.commits - commits) / seconds).toBeLessThanOrEqual(COMMITS_PER_SECOND)
  writers.rest()
  await eventually(() => expect(writers.acknowledged).toBe(writers.made), 30_000)
  expect(documents.bytes).toBeLessThanOrEqual(3 * received)
  expect(writers.made).toBeGreaterThan(WRITERS * SECONDS)
})
