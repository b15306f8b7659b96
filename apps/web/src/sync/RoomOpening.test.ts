import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { BoardDocument, SCHEMA_VERSION, type FieldValue } from '@samenreis/model/document/BoardDocument'
import { FIRST_PAGE_ID, seedUpdate } from '@samenreis/model/document/seed'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import type { CopyShelf, StoredCopy } from './device/DeviceStore.ts'
import type { RoomConnection } from './RoomConnection.ts'
import { RoomOpening } from './RoomOpening.ts'
import { roomId, ScriptedRoom } from './testing/ScriptedRoom.ts'

async function opened(): Promise<{ room: ScriptedRoom; opening: RoomOpening; now: () => RoomConnection }> {
  const room = await ScriptedRoom.open()
  const opening = new RoomOpening({ roomId, serverUrl: room.url, random: () => 0 })
  const leave = opening.subscribe(() => undefined)
  onTestFinished(async () => {
    leave()
    await room.close()
  })
  const now = (): RoomConnection => {
    const connection = opening.get()
    if (connection === null) throw new Error('The room is not open')
    return connection
  }
  await expect.poll(() => now().state.get().kind).toBe('saved')
  return { room, opening, now }
}

function write(board: BoardDocument, id: string, text: string): void {
  const fields = {
    type: 'card',
    parentId: FIRST_PAGE_ID,
    index: 'a1',
    geometry: [0, 0, 0, 9, 9],
    text: new Y.Text(text),
  }
  board.transact(() => board.records.set(id, new Y.Map<FieldValue>(Object.entries(fields))), 'test')
}

test('[JK5] a server that refuses again and again what is no locked journey here gets no more of it; the words are shown', async () => {
  const { room, opening, now } = await opened()
  const first = now()
  room.refuses = 'journey-locked'
  write(first.board, 'shape:a', 'Mijn woorden')
  // Brought over three times, each time refused; then the words are all that is left of it.
  await expect
    .poll(() => opening.turnedBack.get()?.unsent, { timeout: 5_000 })
    .toEqual([{ recordId: 'shape:a', field: 'text', text: 'Mijn woorden' }])
  await expect.poll(() => now().state.get().kind).toBe('saved')
  expect([room.connections, now().board.records.has('shape:a')]).toEqual([5, false])
  // After something was saved a lock is met with all that was done elsewhere, as ever.
  room.refuses = null
  write(now().board, 'shape:b', 'Daarna')
  await expect.poll(() => now().state.get().kind).toBe('saved')
  expect(new BoardDocument(room.doc).records.has('shape:b')).toBe(true)
})

test('[JK5] nobody who left is brought back', async () => {
  const room = await ScriptedRoom.open()
  onTestFinished(() => room.close())
  const opening = new RoomOpening({ roomId, serverUrl: room.url, random: () => 0 })
  const leave = opening.subscribe(() => undefined)
  const first = opening.get()
  await expect.poll(() => first?.state.get().kind).toBe('saved')
  room.refuses = 'journey-locked'
  if (first !== null) write(first.board, 'shape:a', 'Mijn woorden')
  leave()
  await expect.poll(() => opening.get()).toBeNull()
  expect(room.connections).toBe(1)
})

test('[KP1, F02] a board that was made anew: nothing of the old document goes into it, the words that were not stored are shown, and one goes on', async () => {
  const { room, opening, now } = await opened()
  // The server closes, or it is found out when one comes back.
  for (const [at, reason] of (['epoch-changed', 'room-unavailable'] as const).entries()) {
    const old = now()
    room.doc = new Y.Doc()
    Y.applyUpdate(room.doc, seedUpdate())
    room.epoch = `anew-${at}`
    room.refuses = reason
    write(old.board, `shape:${at}`, 'Net geschreven')
    await expect.poll(() => old.state.get().kind).not.toBe('saved')
    await expect.poll(() => now() !== old && now().state.get().kind === 'saved', { timeout: 5_000 }).toBe(true)
    expect(opening.turnedBack.get()).toEqual({
      why: 'epoch-changed',
      unsent: [{ recordId: `shape:${at}`, field: 'text', text: 'Net geschreven' }],
    })
    expect([...new BoardDocument(room.doc).records.keys()]).toEqual([FIRST_PAGE_ID])
    expect([...now().board.records.keys()]).toEqual([FIRST_PAGE_ID])
  }
})

test('[CN14, F92] whose right was taken while she worked looks on by herself; her words were not sent, and are shown', async () => {
  const { room, opening, now } = await opened()
  const first = now()
  room.acknowledges = false
  room.hello = { mayEdit: false, role: 'observer' }
  first.state.subscribe(() => {
    // Between the end of the old line and the word of the new right.
    if (first.state.get().kind === 'offline' && !first.board.records.has('shape:a'))
      write(first.board, 'shape:a', 'Net nog')
  })
  room.closeAll('restarting')
  await expect.poll(() => now().state.get().kind, { timeout: 5_000 }).toBe('viewing')
  expect(opening.turnedBack.get()).toEqual({
    why: 'forbidden',
    unsent: [{ recordId: 'shape:a', field: 'text', text: 'Net nog' }],
  })
  expect(now().me.get()).toMatchObject({ role: 'observer', mayEdit: false })
  expect([now().board.records.has('shape:a'), new BoardDocument(room.doc).records.has('shape:a')]).toEqual([
    false,
    false,
  ])
})

test('[CN14] what is refused again and again ends by itself, and waits for the person', async () => {
  const { room, opening, now } = await opened()
  room.refuses = 'malformed'
  // As a fault of this page would: something on it writes what the board cannot take, each time that it opens.
  const writeAgain = (): void => {
    const connection = opening.get()
    if (connection === null) return
    const stop = connection.ready.subscribe(() => {
      stop()
      write(connection.board, 'shape:odd', 'Steeds weer')
    })
  }
  opening.subscribe(writeAgain)
  write(now().board, 'shape:odd', 'Eerste')
  await expect.poll(() => opening.stuck.get(), { timeout: 10_000 }).toBe(true)
  expect(now().state.get()).toEqual({ kind: 'reset', reason: 'malformed' })
  expect(now().unsentTexts()).toHaveLength(1)
  const { connections } = room
  expect(connections).toBe(7)
  room.refuses = null
  opening.reopen()
  await expect.poll(() => now().state.get().kind).toBe('saved')
  expect([opening.stuck.get(), room.connections]).toEqual([false, connections + 1])
}, 15_000)

/** What an earlier tab of hers left on the device. */
function leftBehind(documentId: number, schemaVersion: number): StoredCopy {
  const board = new BoardDocument(new Y.Doc())
  board.doc.clientID = documentId
  write(board, `shape:left-${documentId}`, `Van eerder ${documentId}`)
  return {
    roomId,
    documentId,
    participantId: ParticipantId.parse('pa_anna'),
    epoch: 'first',
    schemaVersion,
    update: new Uint8Array(Y.encodeStateAsUpdate(board.doc)),
    changes: 1,
    since: 1,
    texts: [{ recordId: `shape:left-${documentId}`, field: 'text', text: `Van eerder ${documentId}` }],
  }
}

test('[CN16, DC3, F17] a copy of another layout is not put on the board, its words are shown; and a page that is newer than the board waits with its own', async () => {
  const room = await ScriptedRoom.open()
  room.hello = { schemaVersion: SCHEMA_VERSION - 1, mayEdit: false }
  const left = new Map(
    [leftBehind(71, SCHEMA_VERSION), leftBehind(72, SCHEMA_VERSION - 1)].map((copy) => [copy.documentId, copy]),
  )
  const shelf: CopyShelf = {
    put: () => Promise.resolve(),
    remove: (_room, documentId) => Promise.resolve(void left.delete(documentId)),
    of: () => Promise.resolve([...left.values()]),
    wipe: () => Promise.resolve(left.clear()),
    onTaken: null,
  }
  const opening = new RoomOpening({ roomId, serverUrl: room.url, random: () => 0, shelf })
  const leave = opening.subscribe(() => undefined)
  onTestFinished(async () => {
    leave()
    await room.close()
  })
  const onBoard = (documentId: number) => new BoardDocument(room.doc).records.has(`shape:left-${documentId}`)
  await expect.poll(() => opening.get()?.state.get().kind).toBe('ahead')
  await expect.poll(() => opening.get()?.ready.get()).toBe(true)
  expect([opening.aftermath.get(), left.size]).toEqual([null, 2])

  room.hello = {}
  room.closeAll('restarting')
  await expect.poll(() => opening.aftermath.get()).toEqual({ kind: 'restored', count: 1, since: 1 })
  await expect.poll(() => left.size).toBe(0)
  expect([onBoard(71), onBoard(72)]).toEqual([true, false])
  expect(opening.turnedBack.get()?.unsent).toEqual([
    { recordId: 'shape:left-72', field: 'text', text: 'Van eerder 72' },
  ])
})
