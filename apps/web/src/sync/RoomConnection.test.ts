import fc from 'fast-check'
import { createTLStore, type TLShapeId } from 'tldraw'
import { expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { BoardDocument, SCHEMA_VERSION, type FieldValue } from '@samenreis/model/document/BoardDocument'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { closeCodes, type CloseReason } from '@samenreis/model/protocol/closeCodes'
import { boardSchema } from '../canvas/boardSchema.ts'
import { SILENCE_LIMIT_MS, type ConnectionState } from './connectionState.ts'
import { reconnectDelay } from './reconnect.ts'
import { RoomConnection } from './RoomConnection.ts'
import { StoreBinding } from './StoreBinding.ts'
import { roomId, ScriptedRoom } from './testing/ScriptedRoom.ts'

async function roomAndConnection(
  prepare: (room: ScriptedRoom) => void = () => undefined,
  now = () => performance.now(),
) {
  const room = await ScriptedRoom.open()
  prepare(room)
  // No waiting between tries: how long they wait is a rule of its own.
  const connection = new RoomConnection({ roomId, serverUrl: room.url, random: () => 0, now })
  onTestFinished(async () => {
    connection.destroy()
    await room.close()
  })
  connection.connect()
  return { room, connection }
}

const kindOf = (connection: RoomConnection) => (): ConnectionState['kind'] => connection.state.get().kind

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

test('[CN1] the board is ready when all of it was received, and saved when that is proven', async () => {
  const { connection } = await roomAndConnection()
  expect(connection.ready.get()).toBe(false)
  expect(kindOf(connection)()).toBe('connecting')
  await expect.poll(kindOf(connection)).toBe('saved')
  expect(connection.ready.get()).toBe(true)
  expect(connection.board.schemaVersion).toBe(SCHEMA_VERSION)
  expect(connection.me.get()).toMatchObject({ participantId: 'pa_anna', mayEdit: true })
})

test('[CN2] an edit is saved when the server says so, and not before', async () => {
  const { room, connection } = await roomAndConnection()
  await expect.poll(kindOf(connection)).toBe('saved')
  room.acknowledges = false
  write(connection.board, 'shape:a', 'Wachten')
  expect(kindOf(connection)()).toBe('saving')
  expect(connection.hasUnsavedWork()).toBe(true)
  await expect.poll(() => new BoardDocument(room.doc).records.has('shape:a')).toBe(true)
  expect(kindOf(connection)()).toBe('saving')
  room.acknowledge()
  await expect.poll(kindOf(connection)).toBe('saved')
  expect(connection.hasUnsavedWork()).toBe(false)
  expect(connection.unsentTexts()).toEqual([])
})

test('[CN2] a change that waits for the pause of a gesture is not shown as saved (I9)', async () => {
  const { connection } = await roomAndConnection()
  await expect.poll(kindOf(connection)).toBe('saved')
  write(connection.board, 'shape:a', 'Wachten')
  const store = createTLStore({ schema: boardSchema() })
  // Its clock stands still: whatever comes after the first write waits for the pause.
  const binding = new StoreBinding({ board: connection.board, store, now: () => 0 })
  binding.connect()
  onTestFinished(connection.followPending(binding.pending))
  const move = (x: number): void => store.update('shape:a' as TLShapeId, (shape) => ({ ...shape, x }))
  const stored = (): unknown => connection.board.records.get('shape:a')?.get('geometry')
  move(1)
  await expect.poll(stored).toEqual([1, 0, 0, 9, 9])
  await expect.poll(kindOf(connection)).toBe('saved')
  move(2)
  expect(stored()).toEqual([1, 0, 0, 9, 9])
  expect(kindOf(connection)()).toBe('saving')
  expect(connection.hasUnsavedWork()).toBe(true)
  await expect.poll(kindOf(connection)).toBe('saved')
  expect(stored()).toEqual([2, 0, 0, 9, 9])
})

test('[CN3] work done without a connection goes with the next one, and nothing of it is shown as saved before', async () => {
  const { room, connection } = await roomAndConnection()
  await expect.poll(kindOf(connection)).toBe('saved')
  room.acknowledges = false
  const states: ConnectionState[] = []
  connection.state.subscribe(() => {
    const first = states.push(connection.state.get()) === 1
    if (first) write(connection.board, 'shape:a', 'Wachten')
  })
  room.closeAll('room-unavailable')
  await expect.poll(() => states).toHaveLength(3)
  expect(states).toEqual([
    { kind: 'offline', why: 'lost', unsaved: false },
    { kind: 'offline', why: 'lost', unsaved: true },
    { kind: 'saving' },
  ])
  await expect.poll(() => new BoardDocument(room.doc).records.has('shape:a')).toBe(true)
  expect(kindOf(connection)()).toBe('saving')
  room.acknowledge()
  await expect.poll(kindOf(connection)).toBe('saved')
})

test('[CN3] tries come back spread over a growing time, at the announced moment, and never at once to the overloaded', () => {
  const one = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  fc.assert(
    fc.property(fc.nat(40), one, (failures, random) => {
      const delay = reconnectDelay(failures, null, null, random)
      expect(delay).toBeGreaterThanOrEqual(0)
      expect(delay).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** failures))
      expect(reconnectDelay(failures, 'overloaded', null, random)).toBeGreaterThanOrEqual(5_000)
      expect(reconnectDelay(failures, 'restarting', 4_000, random)).toBeGreaterThanOrEqual(4_000)
    }),
  )
  expect(reconnectDelay(1, null, null, 0)).not.toBe(reconnectDelay(1, null, null, 0.9))
})

/** After these the tab's document is no longer the board's, and a new one is made. */
const makesAnew: ReadonlySet<CloseReason> = new Set<CloseReason>([
  'resync',
  'epoch-changed',
  'journey-locked',
  'leader-only',
  'invalid-content',
  'malformed',
  'frame-too-large',
  'forbidden',
])

for (const reason of Object.keys(closeCodes) as CloseReason[]) {
  if (closeCodes[reason].retry) continue
  test(`[CN4] closed with ${reason}: said so, and not tried again`, async () => {
    const { room, connection } = await roomAndConnection()
    await expect.poll(kindOf(connection)).toBe('saved')
    room.acknowledges = false
    write(connection.board, 'shape:a', 'Mijn woorden')
    room.closeAll(reason)
    await expect.poll(kindOf(connection)).toMatch(/^(refused|reset)$/)
    expect(connection.state.get()).toMatchObject({ reason })
    expect(kindOf(connection)()).toBe(makesAnew.has(reason) ? 'reset' : 'refused')
    connection.connect()
    expect(connection.provider.ws).toBe(null)
    expect(room.connections).toBe(1)
    expect(connection.unsentTexts()).toEqual([{ recordId: 'shape:a', field: 'text', text: 'Mijn woorden' }])
  })
}

test('[CN8] a board that was made anew is not merged with the old one', async () => {
  const { room, connection } = await roomAndConnection()
  await expect.poll(kindOf(connection)).toBe('saved')
  write(connection.board, 'shape:old', 'Van vroeger')
  await expect.poll(kindOf(connection)).toBe('saved')
  room.epoch = 'second'
  room.doc = new Y.Doc()
  write(new BoardDocument(room.doc), 'shape:new', 'Van nu')
  room.closeAll('room-unavailable')
  await expect.poll(kindOf(connection)).toBe('reset')
  expect(connection.board.records.has('shape:new')).toBe(false)
  expect(new BoardDocument(room.doc).records.has('shape:old')).toBe(false)
})

test('[CN8, F17] a board of a newer version is not opened', async () => {
  const { connection } = await roomAndConnection((room) => {
    room.hello = { schemaVersion: SCHEMA_VERSION + 1 }
  })
  await expect.poll(() => connection.state.get()).toEqual({ kind: 'refused', reason: 'client-too-old' })
  expect(connection.ready.get()).toBe(false)
})

test('[CN1] who may not edit is viewing, also when the room becomes read-only', async () => {
  const { room, connection } = await roomAndConnection((each) => {
    each.hello = { mayEdit: false, role: 'observer' }
  })
  await expect.poll(kindOf(connection)).toBe('viewing')
  const other = new RoomConnection({ roomId, serverUrl: room.url })
  onTestFinished(() => other.destroy())
  room.hello = {}
  other.connect()
  await expect.poll(kindOf(other)).toBe('saved')
  room.tell({ type: 'state', state: { storage: 'failing', readOnly: true, restartingInMs: null } })
  await expect.poll(() => other.me.get()?.mayEdit).toBe(false)
  expect(kindOf(other)()).toBe('failing')
})

test('[CN9] asked to connect while connected, it asks the server for a sign of life', async () => {
  const { room, connection } = await roomAndConnection()
  await expect.poll(kindOf(connection)).toBe('saved')
  connection.connect()
  await expect.poll(() => room.probes).toBe(1)
  expect(room.connections).toBe(1)
})

test('[CN9] a connection that was silent for too long is not trusted, and made anew', async () => {
  let slept = 0
  const { room, connection } = await roomAndConnection(undefined, () => performance.now() + slept)
  await expect.poll(kindOf(connection)).toBe('saved')
  const states: ConnectionState['kind'][] = []
  connection.state.subscribe(() => states.push(connection.state.get().kind))
  slept = SILENCE_LIMIT_MS + 1
  await expect.poll(() => room.connections, { timeout: 5000 }).toBe(2)
  await expect.poll(kindOf(connection)).toBe('saved')
  expect(states[0]).toBe('offline')
})

test('[CN10] the server’s news of people and votes can be followed', async () => {
  const { room, connection } = await roomAndConnection()
  await expect.poll(kindOf(connection)).toBe('saved')
  const anna = { id: 'pa_anna' as never, name: 'Anna', avatar: 'cat', role: 'client', connected: true } as const
  room.tell({ type: 'event', event: { kind: 'roster', participants: [anna] } })
  expect(connection.settings.get()).toBeNull()
  room.tell({
    type: 'event',
    event: { kind: 'room', title: 'Hulp in huis', question: 'Hoe beter?', localCopies: true },
  })
  room.tell({ type: 'event', event: { kind: 'votes' } })
  room.tell({ type: 'event', event: { kind: 'quarantined', ids: ['shape:odd'] } })
  await expect.poll(() => connection.quarantinedIds.get()).toEqual(['shape:odd'])
  expect(connection.roster.get()).toEqual([anna])
  expect(connection.settings.get()).toEqual({ title: 'Hulp in huis', question: 'Hoe beter?', localCopies: true })
  expect(connection.votesVersion.get()).toBe(1)
})
