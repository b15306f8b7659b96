import { readBoard } from '@samenreis/model/document/read'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import type { RoomBatch } from '@samenreis/server/storage/RoomStorage'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newRoom, roomA, roomB } from '../contract/roomFixture.ts'
import { DelayedDocuments } from '../support/DelayedDocuments.ts'
import { eventually } from '../support/eventually.ts'
import { gate, startFaultyServer } from '../support/faultyServer.ts'
import { connectClient, openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { storageWith } from '../support/storageWith.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

test('[RM2] nothing is relayed, read or acknowledged before it is stored', async () => {
  const { server, documents } = await startFaultyServer()
  const anna = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  anna.doc.once('update', (update: Uint8Array) => anna.sendUpdate(update))
  const { wait, open } = gate()
  documents.before = (operation) => (operation === 'append' ? wait() : Promise.resolve())
  addStep(new BoardDocument(anna.doc), 'a')
  await eventually(() => expect(documents.calls.append).toBe(1))
  const read = await server.rooms.read(roomA)
  const cleo = await openClient(server, { token: tokenOf('pa_cleo') })
  expect([ben.ids(), cleo.ids(), [...read.records.keys()], anna.durableFrames]).toEqual([
    ['page:board'],
    ['page:board'],
    ['page:board'],
    0,
  ])
  open()
  await eventually(() => {
    expect([ben.ids().length, cleo.ids().length, anna.durableFrames]).toEqual([2, 2, 1])
  })
})

test('[RM2] what comes while a commit is under way is acknowledged with its own commit, and not with that one', async () => {
  const { server, documents } = await startFaultyServer()
  const anna = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
  anna.doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'test') anna.sendUpdate(update)
  })
  const gates = [gate(), gate()]
  documents.before = (operation) =>
    operation === 'append' ? (gates[documents.calls.append - 1]?.wait() ?? Promise.resolve()) : Promise.resolve()
  const board = new BoardDocument(anna.doc)
  addStep(board, 'first')
  await eventually(() => expect(documents.calls.append).toBe(1))
  addStep(board, 'second')
  await eventually(() => expect(server.rooms.live[0]?.room.acceptedMark).toBe(2))
  gates[0]?.open()
  await eventually(() => expect(documents.calls.append).toBe(2))
  await eventually(() => expect(anna.durableFrames).toBe(1))
  gates[1]?.open()
  await eventually(() => expect(anna.durableFrames).toBe(2))
})

test('[RM4] a failed load closes the joiners and writes nothing; a later join loads again', async () => {
  const { server, documents, memory } = await startFaultyServer({ limits: { retryMs: 100 } })
  const stored = await memory.documents.loadDocument(roomA)
  documents.failing.add('load')
  const { wait, open } = gate()
  documents.before = wait
  const joiners = ['pa_a', 'pa_b'].map((id) => openRaw(server, { token: tokenOf(id) }))
  await eventually(() => expect(documents.calls.load).toBe(1))
  open()
  for (const joiner of joiners) expect(await joiner.closed()).toBe(4503)
  expect(documents.calls.load).toBe(1)
  await expect(server.rooms.read(roomA)).rejects.toMatchObject({ name: 'StorageUnavailableError' })
  documents.failing.clear()
  const late = connectClient(server, { token: tokenOf('pa_c') })
  await late.synced()
  expect([documents.calls.append, documents.calls.compact]).toEqual([0, 0])
  expect(await memory.documents.loadDocument(roomA)).toEqual(stored)
})

test('[RM4] stored bytes that make no board are never taken for an empty one', async () => {
  const { server, memory } = await startFaultyServer()
  const update = Uint8Array.from([1, 2, 3])
  const damaged = { roomId: roomA, epoch: 'epoch-a', updates: [{ sequence: 2, bytes: update }], clients: new Map() }
  await memory.documents.append([damaged])
  expect(await openRaw(server, { token: tokenOf('pa_nora') }).closed()).toBe(4503)
  const rows = (await memory.documents.loadDocument(roomA))?.updates
  expect(rows?.map(({ sequence }) => sequence)).toEqual([1, 2])
})

test('[RM4] stored bytes that can be applied and are no board are never taken for an empty one either', async () => {
  const { server, memory } = await startFaultyServer({ rooms: [] })
  const doc = new Y.Doc()
  doc.getMap('records').set('shape:a', new Y.Map([['type', 'touchpoint']]))
  await memory.directory.createRoom(newRoom(roomA, [Y.encodeStateAsUpdate(doc)]))
  expect(await openRaw(server, { token: tokenOf('pa_nora') }).closed()).toBe(4503)
  expect((await memory.documents.loadDocument(roomA))?.updates).toHaveLength(1)
})

test('[RM5] a room that fails does not take another one with it', async () => {
  const { server, documents } = await startFaultyServer({ rooms: [roomA, roomB] })
  documents.failing.add('load')
  expect(await openRaw(server, { token: tokenOf('pa_nora') }).closed()).toBe(4503)
  documents.failing.clear()
  const ben = await openClient(server, { token: tokenOf('pa_ben'), room: roomB })
  expect(ben.ids()).toEqual(['page:board'])
})

for (const lost of [false, true]) {
  test(`[RM6] failing storage: everyone is told, nothing goes out, and all is there afterwards (answer lost: ${lost})`, async () => {
    const { server, documents, memory } = await startFaultyServer({ limits: { retryMs: 50, retryMaxMs: 50 } })
    const anna = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
    const ben = await openClient(server, { token: tokenOf('pa_ben') })
    const board = new BoardDocument(anna.doc)
    anna.doc.on('update', (update: Uint8Array, origin) => {
      if (origin === 'test') anna.sendUpdate(update)
    })
    documents.failing.add('append')
    if (lost) {
      documents.failing.clear()
      documents.loseNextAnswer = true
      documents.before = (operation) => {
        if (operation === 'load') documents.failing.add('append')
        return Promise.resolve()
      }
    }
    addStep(board, 'a')
    await eventually(() => expect(anna.got('state').at(-1)?.state.storage).toBe('failing'))
    addStep(board, 'b')
    const late = await openRaw(server, { token: tokenOf('pa_late') }).ready()
    expect(late.got('state').at(-1)?.state.storage).toBe('failing')
    await eventually(() => expect(documents.calls.append).toBeGreaterThan(2))
    expect([anna.durableFrames, ben.ids(), late.doc.getMap('records').size]).toEqual([0, ['page:board'], 1])
    documents.before = () => Promise.resolve()
    documents.failing.clear()
    await eventually(() => {
      expect(anna.got('state').at(-1)?.state.storage).toBe('ok')
      expect(anna.durableFrames).toBe(2)
      expect(ben.ids()).toEqual(['page:board', 'shape:a', 'shape:b'])
      expect(late.doc.getMap('records').size).toBe(3)
    })
    addStep(board, 'c')
    await eventually(() => expect(anna.durableFrames).toBe(3))
    const stored = await memory.documents.loadDocument(roomA)
    if (stored === null) throw new Error('The room is gone')
    expect([...readBoard(readStoredDocument(stored)).records.keys()].toSorted()).toEqual([
      'page:board',
      'shape:a',
      'shape:b',
      'shape:c',
    ])
    expect([...stored.clients.values()]).toEqual(['pa_nora'])
  })
}

test('[FS5, F25] a room whose write cannot be stored takes no other of the same commit with it', async () => {
  const memory = new MemoryStorage()
  class Narrow extends DelayedDocuments {
    full = false

    override append(batches: readonly RoomBatch[]): Promise<void> {
      if (!this.full || batches.every(({ roomId }) => roomId !== roomA)) return super.append(batches)
      const cause = new Error('The disk is full')
      return Promise.reject(new StorageUnavailableError('append', { cause, outcome: 'not-written' }))
    }
  }
  const documents = new Narrow(memory.documents, 0)
  const storage = storageWith(memory, documents)
  const limits = { commitMs: 100, retryMs: 50, retryMaxMs: 50 }
  const server = await startServer({ storage, rooms: [roomA, roomB], limits })
  const [anna, ben] = [
    await openRaw(server, { token: tokenOf('pa_nora'), room: roomA }).ready(),
    await openRaw(server, { token: tokenOf('pa_ben'), room: roomB }).ready(),
  ]
  documents.full = true
  for (const person of [anna, ben]) {
    person.doc.once('update', (update: Uint8Array) => person.sendUpdate(update))
    addStep(new BoardDocument(person.doc), 'a')
  }
  await eventually(() => {
    expect(anna.got('state').at(-1)?.state.storage).toBe('failing')
    expect(ben.durableFrames).toBe(1)
  })
  expect([ben.got('state'), anna.durableFrames]).toEqual([[], 0])
  documents.full = false
  await eventually(() => expect(anna.durableFrames).toBe(1))
})

test('[RM6] a commit that takes long is told as slow, and again as ok', async () => {
  const { server, documents } = await startFaultyServer({ limits: { slowCommitMs: 20 } })
  const anna = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
  const { wait, open } = gate()
  documents.before = (operation) => (operation === 'append' ? wait() : Promise.resolve())
  anna.doc.once('update', (update: Uint8Array) => anna.sendUpdate(update))
  addStep(new BoardDocument(anna.doc), 'a')
  await eventually(() => expect(anna.got('state').at(-1)?.state.storage).toBe('slow'))
  open()
  await eventually(() => expect(anna.got('state').at(-1)?.state.storage).toBe('ok'))
})

test('[RM7] when too much waits for storage the room only reads; what was sent in vain comes back later', async () => {
  const limits = { retryMs: 50, retryMaxMs: 50, unsavedBytes: 2000 }
  const { server, documents } = await startFaultyServer({ limits })
  const watcher = await openRaw(server, { token: tokenOf('pa_watch') }).ready()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  documents.failing.add('append')
  for (let count = 0; count < 20; count += 1) addStep(anna.board, `a${count}`)
  await eventually(() => {
    expect(watcher.got('state').at(-1)?.state).toMatchObject({ storage: 'failing', readOnly: true })
    expect(anna.closeCode).toBe(4503)
  })
  documents.failing.clear()
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  await eventually(() => {
    expect(ben.ids()).toHaveLength(21)
    expect(watcher.got('state').at(-1)?.state).toMatchObject({ storage: 'ok', readOnly: false })
  })
})

test('[RM12] a change of the server itself is refused while storage fails, and rejects when its commit fails', async () => {
  const { server, documents } = await startFaultyServer({ limits: { retryMs: 50, retryMaxMs: 50 } })
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  documents.failing.add('append')
  const failed = server.rooms.write(roomA, (board) => addStep(board, 'a'))
  await expect(failed).rejects.toMatchObject({ name: 'StorageUnavailableError' })
  const refused = server.rooms.write(roomA, (board) => addStep(board, 'b'))
  await expect(refused).rejects.toMatchObject({ name: 'StorageUnavailableError' })
  documents.failing.clear()
  await eventually(() => expect(ben.ids()).toEqual(['page:board', 'shape:a']))
  await server.rooms.write(roomA, (board) => addStep(board, 'c'))
  await eventually(() => expect(ben.ids()).toEqual(['page:board', 'shape:a', 'shape:c']))
})

test('[RM8] a room is compacted when the last one leaves; the log is empty and the board whole', async () => {
  const { server, memory } = await startFaultyServer()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  addStep(anna.board, 'a', 'Een geheim woord')
  addStep(anna.board, 'b')
  anna.board.records.delete('shape:a')
  await eventually(async () =>
    expect([...(await server.rooms.read(roomA)).records.keys()].toSorted()).toEqual(['page:board', 'shape:b']),
  )
  anna.provider.disconnect()
  await eventually(() => expect(server.rooms.size).toBe(0))
  const stored = await memory.documents.loadDocument(roomA)
  expect(stored?.updates).toEqual([])
  expect(Buffer.from(stored?.snapshot?.bytes ?? []).includes('geheim')).toBe(false)
  expect([...(await server.rooms.read(roomA)).records.keys()].toSorted()).toEqual(['page:board', 'shape:b'])
})

test('[RM8] a long log is compacted while people work, and a failed compaction leaves it as it is', async () => {
  const limits = { compactionRows: 5, compactionPauseMs: 0, commitMs: 0 }
  const { server, documents, memory } = await startFaultyServer({ limits })
  const anna = await openRaw(server, { token: tokenOf('pa_nora') }).ready()
  anna.doc.on('update', (update: Uint8Array, origin) => {
    if (origin === 'test') anna.sendUpdate(update)
  })
  documents.failing.add('compact')
  const board = new BoardDocument(anna.doc)
  const rows = async (): Promise<number> => (await memory.documents.loadDocument(roomA))?.updates.length ?? 0
  for (let count = 1; count <= 8; count += 1) {
    addStep(board, `a${count}`)
    await eventually(() => expect(anna.durableFrames).toBe(count))
  }
  expect(await rows()).toBe(9)
  documents.failing.clear()
  for (let count = 9; count <= 16; count += 1) {
    addStep(board, `a${count}`)
    await eventually(() => expect(anna.durableFrames).toBe(count))
  }
  await eventually(async () => expect(await rows()).toBeLessThan(8))
  const stored = await memory.documents.loadDocument(roomA)
  if (stored === null) throw new Error('The room is gone')
  expect(Y.encodeStateVector(readStoredDocument(stored).doc)).toEqual(Y.encodeStateVector(anna.doc))
})
