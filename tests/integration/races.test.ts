import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { createLog } from '@samenreis/server/log'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { monotonicClock } from '@samenreis/server/sync/Clock'
import { defaultLimits } from '@samenreis/server/sync/limits'
import { RoomRegistry, type RoomHold } from '@samenreis/server/sync/RoomRegistry'
import { seedUpdate } from '@samenreis/model/document/seed'
import { expect, test } from 'vitest'
import { newRoom, roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { FaultyDocuments } from '../support/FaultyDocuments.ts'
import { gate, startFaultyServer } from '../support/faultyServer.ts'
import { openClient } from '../support/openClient.ts'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { addStep } from '../support/records.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

const SCHEDULES = Number(process.env['RACE_SCHEDULES'] ?? 300)
/** Seeds that once failed, each with one line why. */
const regressions: number[] = []

function registryOn(documents: FaultyDocuments): RoomRegistry {
  const limits = { ...defaultLimits, commitMs: 0, retryMs: 1, retryMaxMs: 1 }
  return new RoomRegistry({ storage: documents, log: createLog('silent'), clock: monotonicClock, limits })
}

test(`[RM5, F28] ${SCHEDULES} schedules of coming, writing and leaving, with a slow store that fails now and then`, async () => {
  let revived = 0
  for (const seed of [...regressions, ...Array.from({ length: SCHEDULES }, (_, index) => 1000 + index)]) {
    const random = new RandomSource(seed)
    const memory = new MemoryStorage()
    await memory.directory.createRoom(newRoom(roomA, [seedUpdate()]))
    const documents = new FaultyDocuments(memory.documents)
    documents.before = async () => {
      for (let turns = random.below(4); turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve))
    }
    const registry = registryOn(documents)
    const seen = new Set<object>()
    const alive = new Set<object>()
    const written: string[] = []
    let last: RoomHold['room'] | null = null
    const person = async (name: string): Promise<void> => {
      for (let visit = 0; visit < 3; visit += 1) {
        documents.failing = new Set(random.below(8) === 0 ? ['append'] : [])
        const { room, release } = await registry.hold(roomA)
        if (last === room && !alive.has(room) && seen.has(room)) revived += 1
        seen.add(room)
        alive.add(room)
        last = room
        expect(registry.live).toEqual([room])
        const part = `${name}-${visit}`
        // A failed commit rejects, and what was accepted is stored all the same before the room goes.
        await registry
          .write(roomA, (board) => addStep(board, part))
          .then(
            () => written.push(`shape:${part}`),
            () => undefined,
          )
        alive.delete(room)
        release()
        for (let turns = random.below(3); turns > 0; turns -= 1) await Promise.resolve()
      }
    }
    await Promise.all(['a', 'b', 'c'].map(person))
    documents.failing = new Set()
    await eventually(() => expect([seed, registry.size]).toEqual([seed, 0]))
    const stored = await memory.documents.loadDocument(roomA)
    if (stored === null) throw new Error('The room is gone')
    const ids = [...readStoredDocument(stored).records.keys()]
    expect([seed, written.filter((id) => !ids.includes(id))]).toEqual([seed, []])
    await registry.close({ graceMs: 1000 })
  }
  expect(revived).toBeGreaterThan(0)
})

test('[RM5, F28] two who come at once share one load; one who comes back during the last write finds his room', async () => {
  const { server, documents } = await startFaultyServer()
  const [anna, ben] = await Promise.all(['pa_nora', 'pa_ben'].map((id) => openClient(server, { token: tokenOf(id) })))
  expect(documents.calls.load).toBe(1)
  const { wait, open } = gate()
  documents.before = (operation) => (operation === 'compact' ? wait() : Promise.resolve())
  if (anna === undefined || ben === undefined) throw new Error('Nobody came')
  addStep(anna.board, 'a')
  await eventually(() => expect(ben.ids()).toHaveLength(2))
  anna.provider.disconnect()
  ben.provider.disconnect()
  await eventually(() => expect(documents.calls.compact).toBe(1))
  const late = await openClient(server, { token: tokenOf('pa_late') })
  expect([documents.calls.load, late.ids().length]).toEqual([1, 2])
  addStep(late.board, 'b')
  open()
  await eventually(async () => expect((await server.rooms.read(roomA)).records.size).toBe(3))
  expect(documents.calls.load).toBe(1)
})

test('[RM15, F32] a stop stores what was accepted; with storage that hangs it ends all the same, and says so', async () => {
  const first = await startFaultyServer()
  const anna = await openClient(first.server, { token: tokenOf('pa_nora') })
  const { wait, open } = gate()
  first.documents.before = (operation) => (operation === 'append' ? wait() : Promise.resolve())
  addStep(anna.board, 'a')
  await eventually(() => expect(first.documents.calls.append).toBe(1))
  const closing = first.server.close({ graceMs: 5000 })
  open()
  expect(await closing).toBe(true)
  expect(anna.closeCode).toBe(1012)
  const second = await startFaultyServer()
  const ben = await openClient(second.server, { token: tokenOf('pa_ben') })
  second.documents.before = (operation) => (operation === 'append' ? gate().wait() : Promise.resolve())
  addStep(ben.board, 'a')
  await eventually(() => expect(second.documents.calls.append).toBe(1))
  expect(await second.server.close({ graceMs: 50 })).toBe(false)
  await eventually(() => expect(ben.closeCode).toBe(1012))
})
