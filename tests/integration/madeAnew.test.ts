import { readBoard } from '@samenreis/model/document/read'
import type { PlainBoard } from '@samenreis/model/interchange/PlainBoard'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import type { NewDocument, RoomStorage } from '@samenreis/server/storage/RoomStorage'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { expect, test } from 'vitest'
import { roomA } from '../contract/roomFixture.ts'
import type { BoardServer } from '../support/BoardServer.ts'
import { eventually } from '../support/eventually.ts'
import { FaultyDocuments } from '../support/FaultyDocuments.ts'
import { gate, startFaultyServer } from '../support/faultyServer.ts'
import { openClient } from '../support/openClient.ts'
import { addStep, changeStep, removeStep, titleOf } from '../support/records.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const MARKER = 'Grasmaaierstraat 12'
const asItIs = (board: PlainBoard): PlainBoard => board

async function idsOf(server: BoardServer): Promise<string[]> {
  return [...(await server.rooms.read(roomA)).records.keys()].toSorted()
}

async function storedOf(documents: RoomStorage) {
  const stored = await documents.loadDocument(roomA)
  if (stored === null) throw new Error('The room is gone')
  return stored
}

/** Two people in a room with steps a and b; step `gone` was written and taken away. */
async function twoPeople(server: BoardServer) {
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  addStep(anna.board, 'a', 'Bellen')
  addStep(ben.board, 'b', 'Wachten')
  addStep(anna.board, 'gone', MARKER)
  await eventually(async () => expect(await idsOf(server)).toHaveLength(4))
  removeStep(anna.board, 'gone')
  await eventually(async () => expect(await idsOf(server)).toEqual(['page:board', 'shape:a', 'shape:b']))
  return { anna, ben }
}

test('[VS2] a board is made anew under the people: all come back to the same board, and nothing of its history is left', async () => {
  const server = await startServer()
  const { anna, ben } = await twoPeople(server)
  const before = await storedOf(server.storage.documents)
  const { epoch, sequence } = await server.rooms.makeAnew(roomA, asItIs)
  await eventually(() => expect([anna.closeCode, ben.closeCode]).toEqual([4409, 4409]))
  const after = await storedOf(server.storage.documents)
  expect(epoch).not.toBe(before.epoch)
  expect(after).toMatchObject({ epoch, snapshot: { sequence }, updates: [] })
  // Of each one's work it is still known whose it is.
  expect(new Set(after.clients.values())).toEqual(new Set(['pa_nora', 'pa_ben']))
  expect(Buffer.from(after.snapshot?.bytes ?? []).includes(MARKER)).toBe(false)
  const ids = [...readStoredDocument(after).doc.store.clients.keys()]
  expect(ids.filter((id) => before.clients.has(id))).toEqual([])
  const [carla, dirk] = await Promise.all(['pa_c', 'pa_d'].map((id) => openClient(server, { token: tokenOf(id) })))
  if (carla === undefined || dirk === undefined) throw new Error('Nobody came')
  expect([carla.ids(), dirk.ids()]).toEqual([
    ['page:board', 'shape:a', 'shape:b'],
    ['page:board', 'shape:a', 'shape:b'],
  ])
  changeStep(carla.board, 'a', { title: 'Opbellen' })
  await eventually(() => expect(titleOf(dirk.board, 'a')).toBe('Opbellen'))
  expect(readBoard(dirk.board).quarantined).toEqual([])
})

test('[VS2] a board is made anew with nobody in it, from what `make` gives; what it throws leaves everything as it was', async () => {
  const server = await startServer()
  const { anna, ben } = await twoPeople(server)
  anna.destroy()
  ben.destroy()
  await eventually(() => expect(server.rooms.size).toBe(0))
  const before = await storedOf(server.storage.documents)
  const refusal = new Error('Not so')
  await expect(server.rooms.makeAnew(roomA, () => Promise.reject(refusal))).rejects.toBe(refusal)
  expect((await storedOf(server.storage.documents)).epoch).toBe(before.epoch)
  await server.rooms.makeAnew(roomA, (board) => ({
    ...board,
    records: board.records.filter(({ id }) => id !== 'shape:b'),
    setAside: [{ id: 'shape:odd', type: 'touchpoint', title: 'Half' }],
  }))
  await eventually(() => expect(server.rooms.size).toBe(0))
  expect(await idsOf(server)).toEqual(['page:board', 'shape:a'])
  expect((await server.rooms.read(roomA)).quarantined).toMatchObject([{ id: 'shape:odd' }])
})

test('[VS2, VS3] what was accepted before is in the new board, what the server writes meanwhile goes into it, and two replacements take turns', async () => {
  const { server, documents } = await startFaultyServer()
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  const append = gate()
  documents.before = (operation) => (operation === 'append' ? append.wait() : Promise.resolve())
  addStep(anna.board, 'a')
  await eventually(() => expect(documents.calls.append).toBe(1))
  const seen: number[] = []
  const make = (board: PlainBoard): PlainBoard => {
    seen.push(board.records.length)
    return board
  }
  const both = [server.rooms.makeAnew(roomA, make), server.rooms.makeAnew(roomA, make)]
  const written = server.rooms.write(roomA, (board) => addStep(board, 'b'))
  append.open()
  const [first, second] = await Promise.all(both)
  await written
  expect(seen).toEqual([2, expect.anything()])
  expect(first?.epoch).not.toBe(second?.epoch)
  expect(await idsOf(server)).toEqual(['page:board', 'shape:a', 'shape:b'])
  await eventually(() => expect(anna.closeCode).toBe(4409))
})

test('[VS3] an edit that comes while the new board is stored is not lost: when storing fails, its author comes back with it', async () => {
  const { server, documents } = await startFaultyServer()
  const { anna, ben } = await twoPeople(server)
  const replace = gate()
  documents.before = (operation) => (operation === 'replace' ? replace.wait() : Promise.resolve())
  const made = server.rooms.makeAnew(roomA, asItIs)
  await eventually(() => expect(documents.calls.replace).toBe(1))
  addStep(ben.board, 'meanwhile')
  await eventually(() => expect(ben.provider.wsconnected).toBe(false))
  expect(anna.provider.wsconnected).toBe(true)
  documents.failing.add('replace')
  replace.open()
  await expect(made).rejects.toBeInstanceOf(StorageUnavailableError)
  await eventually(async () => expect(await idsOf(server)).toContain('shape:meanwhile'))
  await eventually(() => expect(anna.ids()).toContain('shape:meanwhile'))
})

test('[VS3] an answer that is lost after the new board was stored: everybody is sent to what the store has', async () => {
  const { server, documents } = await startFaultyServer()
  const { anna } = await twoPeople(server)
  const before = await storedOf(documents)
  documents.loseNextAnswer = true
  await expect(server.rooms.makeAnew(roomA, asItIs)).rejects.toBeInstanceOf(StorageUnavailableError)
  expect((await storedOf(documents)).epoch).not.toBe(before.epoch)
  const carla = await openClient(server, { token: tokenOf('pa_c') })
  addStep(carla.board, 'c')
  await eventually(async () => expect(await idsOf(server)).toEqual(['page:board', 'shape:a', 'shape:b', 'shape:c']))
  // What she holds is of the old board: it is refused as a whole.
  await eventually(() => expect(anna.closeCode).toBe(4422))
})

/** A store that forgets whose ids wrote before, as one without this rule would. */
class Forgetful extends FaultyDocuments {
  override replaceDocument(room: typeof roomA, fromEpoch: string, document: NewDocument): Promise<number> {
    return super.replaceDocument(room, fromEpoch, { ...document, retired: [] })
  }
}

for (const planted of [false, true]) {
  const what = planted ? 'brings it back when ids are not retired (planted bug)' : 'changes nothing'
  test(`[VS4, F02] a stock client that was away with what has gone since ${what}`, async () => {
    const memory = new MemoryStorage()
    const documents = planted ? new Forgetful(memory.documents) : memory.documents
    const server = await startServer({
      storage: { ...memory, documents, purge: () => memory.purge(), close: () => memory.close() },
    })
    const { anna, ben } = await twoPeople(server)
    ben.provider.disconnect()
    removeStep(anna.board, 'b')
    changeStep(anna.board, 'a', { title: 'Opbellen' })
    addStep(ben.board, 'old')
    await eventually(async () => expect(await idsOf(server)).toEqual(['page:board', 'shape:a']))
    await server.rooms.makeAnew(roomA, asItIs)
    const { epoch, snapshot } = await storedOf(documents)
    ben.provider.connect()
    if (planted) {
      await eventually(async () =>
        expect(await idsOf(server)).toEqual(expect.arrayContaining(['shape:b', 'shape:old'])),
      )
      return
    }
    await eventually(() => expect(ben.closeCode).toBe(4422))
    expect(await idsOf(server)).toEqual(['page:board', 'shape:a'])
    expect(await storedOf(documents)).toMatchObject({ epoch, snapshot, updates: [] })
  })
}
