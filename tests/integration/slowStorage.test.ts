import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { createLog } from '@samenreis/server/log'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { monotonicClock } from '@samenreis/server/sync/Clock'
import { defaultLimits } from '@samenreis/server/sync/limits'
import type { RoomMember } from '@samenreis/server/sync/LiveRoom'
import { RoomRegistry } from '@samenreis/server/sync/RoomRegistry'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { newRoom, nora, roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { FaultyDocuments } from '../support/FaultyDocuments.ts'
import { gate } from '../support/faultyServer.ts'
import { addStep } from '../support/records.ts'

const EDITS = 20

/** Edits of one person, one update each, always the same bytes. */
function edits(): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = 4711
  Y.applyUpdate(doc, seedUpdate())
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => made.push(update))
  const board = new BoardDocument(doc)
  for (let edit = 0; edit < EDITS; edit += 1) addStep(board, `e${edit}`, 'Wachten '.repeat(edit))
  return made
}

/** How many of the edits a room takes while its first commit does not end, and what is stored when it does. */
async function taken(unsavedBytes: number): Promise<{ accepted: number; stored: number; readOnly: boolean }> {
  const memory = new MemoryStorage()
  await memory.directory.createRoom(newRoom(roomA, [seedUpdate()]))
  const documents = new FaultyDocuments(memory.documents)
  const limits = { ...defaultLimits, unsavedBytes, commitMs: 0 }
  const log = createLog('silent')
  const registry = new RoomRegistry({ storage: documents, log, clock: monotonicClock, limits })
  onTestFinished(() => registry.close({ graceMs: 500 }))
  const { wait, open } = gate()
  documents.before = (operation) => (operation === 'append' ? wait() : Promise.resolve())
  const hold = await registry.hold(roomA)
  const member: RoomMember = {
    participantId: nora,
    mayEdit: true,
    facilitates: false,
    claimsLeft: 8,
    understands: true,
    sendPresence: () => undefined,
    sendMessage: () => undefined,
    sendPacked: () => undefined,
    tell: () => undefined,
    acknowledge: () => 0,
    close: () => undefined,
  }
  let accepted = 0
  for (const update of edits()) {
    if (hold.room.accept(update, member).kind !== 'accepted') break
    accepted += 1
  }
  const { readOnly } = hold.room
  open()
  await eventually(() => expect(hold.room.room.hasUnsaved).toBe(false))
  const stored = await memory.documents.loadDocument(roomA)
  if (stored === null) throw new Error('The room is gone')
  const inStore = readStoredDocument(stored).records.size - 1
  expect(hold.room.readOnly).toBe(false)
  // What was refused comes again, and is taken.
  for (const update of edits().slice(accepted)) {
    expect(hold.room.accept(update, member).kind).toBe('accepted')
    await eventually(() => expect(hold.room.room.hasUnsaved).toBe(false))
  }
  hold.release()
  return { accepted, stored: inStore, readOnly }
}

test('[RM7, F37] slow storage: a room takes edits up to its bound to the byte, only reads above it, and loses nothing', async () => {
  const sizes = edits().map(({ byteLength }) => byteLength)
  for (const count of [1, 7, EDITS - 1]) {
    const bytes = sizes.slice(0, count).reduce((sum, size) => sum + size, 0)
    const next = sizes[count] ?? 0
    expect(await taken(bytes)).toEqual({ accepted: count, stored: count, readOnly: true })
    expect(await taken(bytes + next - 1)).toEqual({ accepted: count, stored: count, readOnly: true })
    const more = count + 1
    expect(await taken(bytes + next)).toEqual({ accepted: more, stored: more, readOnly: more < EDITS })
  }
})
