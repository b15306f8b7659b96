import { seedUpdate } from '@samenreis/model/document/seed'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import type { StoredDocument } from '@samenreis/server/storage/RoomStorage'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'
import { monotonicClock } from '@samenreis/server/sync/Clock'
import { defaultLimits } from '@samenreis/server/sync/limits'
import { RoomRegistry } from '@samenreis/server/sync/RoomRegistry'
import type { SnapshotReader } from '@samenreis/server/sync/SnapshotReader'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { expect, onTestFinished, test } from 'vitest'
import { newRoom, roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { FaultyDocuments } from '../support/FaultyDocuments.ts'
import { gate } from '../support/faultyServer.ts'
import { addStep } from '../support/records.ts'

const ROWS = 5

/** A room whose log is compacted after every few edits, with a reader of snapshots that answers when it is told to. */
async function compactedOften() {
  const answers: ((same: boolean | Error) => void)[] = []
  const snapshots: SnapshotReader = {
    readsBack: () =>
      new Promise((resolve, reject) => {
        answers.push((same) => (same instanceof Error ? reject(same) : resolve(same)))
      }),
    close: () => Promise.resolve(),
  }
  const memory = new MemoryStorage()
  const documents = new FaultyDocuments(memory.documents)
  await memory.directory.createRoom(newRoom(roomA, [seedUpdate()]))
  const said: string[] = []
  const say = (event: string): void => void said.push(event)
  const registry = new RoomRegistry({
    storage: documents,
    log: { debug: say, info: say, warn: say, error: say },
    clock: monotonicClock,
    limits: { ...defaultLimits, commitMs: 0, compactionRows: ROWS, compactionPauseMs: 0, retryMs: 20 },
    snapshots,
  })
  const { release } = await registry.hold(roomA)
  onTestFinished(async () => {
    release()
    while (answers.length > 0) answers.shift()?.(true)
    await registry.close({ graceMs: 1000 })
  })
  const stored = async (): Promise<StoredDocument> => {
    const document = await memory.documents.loadDocument(roomA)
    if (document === null) throw new Error('The room is gone')
    return document
  }
  let cards = 0
  const edit = async (times: number): Promise<void> => {
    for (; times > 0; times -= 1) {
      cards += 1
      await registry.write(roomA, (board) => addStep(board, `s${cards}`))
    }
  }
  /** Everything is stored, with one row behind the snapshot for each edit that it does not cover. */
  const expectStored = async (rows: number): Promise<void> => {
    const document = await stored()
    expect(readStoredDocument(document).records.size).toBe(cards + 1)
    expect(document.updates).toHaveLength(rows)
  }
  return { answers, said, edit, stored, expectStored, registry, documents }
}

test('[RM25, RM8] while a snapshot is read back people go on, and what they store since stays behind it', async () => {
  const { answers, said, edit, expectStored } = await compactedOften()
  await edit(ROWS)
  expect(answers).toHaveLength(1)
  await edit(ROWS)
  await expectStored(2 * ROWS + 1)
  // Nobody asks a second time meanwhile.
  expect(answers).toHaveLength(1)
  answers.shift()?.(true)
  await eventually(() => expect(said).toContain('room-compacted'))
  await expectStored(ROWS)
})

test.for([
  ['is not the board', false],
  ['could not be read', new Error('The thread ended')],
] as const)('[RM25, RM8] a snapshot that %s replaces nothing, and the next one may', async ([, answer]) => {
  const { answers, said, edit, stored, expectStored } = await compactedOften()
  await edit(ROWS)
  answers.shift()?.(answer)
  await eventually(() => expect(said).toContain('compaction-failed'))
  await expectStored(ROWS + 1)
  await edit(1)
  answers.shift()?.(true)
  await eventually(() => expect(said).toContain('room-compacted'))
  await expectStored(0)
  expect((await stored()).snapshot?.sequence).toBe(ROWS + 2)
})

test('[RM25, RM15] a server that stops while a snapshot is read back has lost nothing, and says so', async () => {
  const { edit, registry, expectStored } = await compactedOften()
  await edit(ROWS)
  await registry.close({ graceMs: 100 })
  await expectStored(ROWS + 1)
})

test('[RM25, RM6] what came in while storage recovered is stored at once, not after a snapshot was read back', async () => {
  const { edit, documents, registry, stored } = await compactedOften()
  documents.failing.add('append')
  await expect(edit(1)).rejects.toThrow(StorageUnavailableError)
  documents.failing.delete('append')
  const { wait, open } = gate()
  documents.before = (operation) => (operation === 'append' ? wait() : Promise.resolve())
  const [room] = registry.live
  if (room === undefined) throw new Error('The room is gone')
  await eventually(() => expect(documents.calls.append).toBe(2))
  room.room.write((board) => addStep(board, 'meanwhile'))
  open()
  await eventually(async () => expect(readStoredDocument(await stored()).records.size).toBe(3))
})
