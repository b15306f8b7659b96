import { join } from 'node:path'
import type { SQLInputValue } from 'node:sqlite'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { SqliteConnection } from '@samenreis/server/storage/SqliteConnection'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { SqliteDocuments } from '@samenreis/server/storage/SqliteDocuments'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { verifiedSnapshot } from '@samenreis/server/sync/verifiedSnapshot'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newRoom, roomA } from './roomFixture.ts'
import { temporaryFolder } from '../support/folder.ts'
import { addStep } from '../support/records.ts'

const STEPS = 6

/** A database whose n-th statement throws, as a crash there would end it. */
class FailingConnection extends SqliteConnection {
  readonly #allowed: number
  #done = 0

  constructor(path: string, allowed: number) {
    super(path)
    this.#allowed = allowed
  }

  override run(sql: string, values: readonly SQLInputValue[] = []): void {
    super.run(sql, values)
    this.#done += 1
    if (this.#done > this.#allowed) throw new Error('Made to fail')
  }
}

test('[ST5, F29] a compaction that ends after any of its statements leaves the log as it was, or replaces it whole', () => {
  const path = join(temporaryFolder(), 'samenreis.sqlite')
  const database = new SqliteDatabase(path)
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  const updates = [seedUpdate()]
  board.doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let part = 0; part < STEPS; part += 1) addStep(board, `s${part}`)
  database.directory.createRoom(newRoom(roomA, updates))
  database.documents.compact(roomA, 'epoch-a', { sequence: 3, bytes: Y.mergeUpdates(updates.slice(0, 3)) })
  database.close()

  const ids = [...board.records.keys()].toSorted()
  const snapshot = { sequence: updates.length, bytes: verifiedSnapshot(board) }
  let crashes = 0
  for (let failed = true; failed; crashes += failed ? 1 : 0) {
    const connection = new FailingConnection(path, crashes)
    try {
      new SqliteDocuments(connection).compact(roomA, 'epoch-a', snapshot)
      failed = false
    } catch {
      failed = true
    }
    connection.close()
    const again = new SqliteDatabase(path)
    const stored = again.documents.loadDocument(roomA)
    again.close()
    if (stored === null) throw new Error('The room is gone')
    expect(stored.damage).toBeUndefined()
    expect([...readStoredDocument(stored).records.keys()].toSorted()).toEqual(ids)
    const expected = failed ? [3, updates.length - 3] : [updates.length, 0]
    expect([stored.snapshot?.sequence, stored.updates.length]).toEqual(expected)
  }
  // What is kept of the snapshot before, the new one, and the rows that it covers.
  expect(crashes).toBe(3)
})
