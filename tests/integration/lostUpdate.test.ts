import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import { putRecord } from '@samenreis/model/document/write'
import { newShape } from '@samenreis/model/interchange/newShape'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep, changeStep, shapeId, step } from '../support/records.ts'
import { authorOf, changeOf, outcome, RoomAtHand } from '../support/RoomAtHand.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

/** Processor time that one message after a loss may cost, in ms: the document grows by 50 edits, and it may not by the loss. */
const COST_MAX_MS = 100
const EDITS = 50

const nora = authorOf('nora')

test('[RM10, F03] any one of 50 updates lost: seen at the next, healed by one answer, nothing pending, no message costs more', () => {
  let worstMs = 0
  for (let lost = 1; lost < EDITS; lost += 1) {
    const room = new RoomAtHand()
    const board = room.copy()
    const kinds: string[] = []
    for (let count = 1; count <= EDITS; count += 1) {
      const update = changeOf(board, (to) => putRecord(to, { ...step(`s${count}`), index: `a${count}` }))
      if (count === lost) continue
      const before = process.cpuUsage()
      kinds.push(outcome(room.accept(update, nora)))
      const { user, system } = process.cpuUsage(before)
      worstMs = Math.max(worstMs, (user + system) / 1000)
    }
    expect([lost, kinds.slice(0, lost - 1)]).toEqual([lost, kinds.slice(0, lost - 1).map(() => 'accepted')])
    expect([lost, kinds.slice(lost - 1)]).toEqual([lost, kinds.slice(lost - 1).map(() => 'gap')])
    // What the client is asked for, and answers.
    const answer = Y.encodeStateAsUpdate(board.doc, room.room.acceptedState())
    expect([lost, outcome(room.accept(answer, nora))]).toEqual([lost, 'accepted'])
    expect(room.records()).toEqual(board.records.toJSON())
    const { pendingStructs, pendingDs } = room.room.committed.doc.store
    expect([pendingStructs, pendingDs]).toEqual([null, null])
    room.room.destroy()
  }
  expect(worstMs).toBeLessThan(COST_MAX_MS)
})

test('[RM10, F03] over a socket that loses one frame a stock client is healed within one round trip and goes on', async () => {
  const server = await startServer()
  const witness = await openClient(server, { token: tokenOf('pa_ben') })
  const anna = await openClient(server, { token: tokenOf('pa_nora') })
  for (const lost of [1, 2, 7]) {
    const socket = anna.provider.ws
    if (socket === null) throw new Error('There is no connection')
    const send = socket.send.bind(socket)
    let count = 0
    socket.send = (frame: Parameters<typeof send>[0]) => {
      const bytes = new Uint8Array(frame as ArrayBuffer)
      // A document frame: sync, update.
      if (bytes[0] === 0 && bytes[1] === 2) count += 1
      if (count !== lost || bytes[0] !== 0 || bytes[1] !== 2) send(frame)
    }
    for (let edit = 1; edit <= lost + 3; edit += 1) addStep(anna.board, `l${lost}-${edit}`)
    await eventually(() => expect(witness.ids()).toEqual(anna.ids()))
    socket.send = send
    // The connection heals once; who loses again starts afresh.
    anna.provider.disconnect()
    anna.provider.connect()
    await eventually(() => expect(anna.provider.synced).toBe(true))
  }
  expect([anna.closeCode === 4410, witness.closeCode]).toEqual([false, null])
})

test('[RM9, F04] any one update refused: its sender hears why, comes back with an empty document, and works on with everybody', async () => {
  const server = await startServer()
  const witness = await openClient(server, { token: tokenOf('pa_ben') })
  const told: string[] = []
  for (let refused = 1; refused <= 8; refused += 1) {
    const mallory = await openRaw(server, { token: tokenOf(`pa_m${refused}`) }).ready()
    mallory.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'test') mallory.sendUpdate(update)
    })
    const board = new BoardDocument(mallory.doc)
    for (let count = 1; count <= refused + 2; count += 1) {
      if (count === refused) {
        board.transact(() => {
          addStep(board, `bad${refused}`)
          changeStep(board, `bad${refused}`, { geometry: 'here' })
        }, 'test')
      } else addStep(board, `g${refused}-${count}`)
    }
    expect(await mallory.closed()).toBe(4422)
    told.push(...mallory.got('reject').map(({ reject }) => `${reject.frame} ${reject.reason}`))
    const again = await openRaw(server, { token: tokenOf(`pa_m${refused}`) }).ready()
    again.sendUpdate(changeOf(new BoardDocument(again.doc), (to) => putRecord(to, step(`again${refused}`))))
    await eventually(() => expect(witness.ids()).toContain(`shape:again${refused}`))
  }
  expect(told).toEqual(Array.from({ length: 8 }, (_, at) => `${at + 1} invalid-content`))
  // What came before a refusal is there, what was refused and what came after it is not.
  const expected = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((refused) => [
    ...Array.from({ length: refused - 1 }, (_, at) => `shape:g${refused}-${at + 1}`),
    `shape:again${refused}`,
  ])
  expect(witness.ids()).toEqual(['page:board', ...expected].toSorted())
  expect(witness.closeCode).toBeNull()
})

interface Delivery {
  readonly who: number
  readonly how: 'next' | 'again' | 'merged' | 'lost' | 'all'
}

const deliveries: fc.Arbitrary<Delivery[]> = fc.array(
  fc.record({
    who: fc.nat({ max: 4 }),
    how: fc.constantFrom('next', 'next', 'next', 'again', 'merged', 'lost', 'all'),
  }),
  { minLength: 20, maxLength: 100 },
)

test('[RM17, F05] five people, updates doubled, merged, lost and sent again in any order: all end with the same records', () => {
  let gaps = 0
  fc.assert(
    fc.property(deliveries, (schedule) => {
      const room = new RoomAtHand([newShape('card', shapeId('shared'), {})])
      const people = Array.from({ length: 5 }, (_, at) => {
        const board = room.copy()
        const sent: Uint8Array[] = []
        const queue: Uint8Array[] = []
        board.doc.on('update', (update: Uint8Array, origin: unknown) => {
          if (origin === 'test') queue.push(update)
        })
        return { board, sent, queue, author: authorOf(`p${at}`), edits: 0 }
      })
      const send = (person: (typeof people)[number], update: Uint8Array): void => {
        const end = outcome(room.accept(update, person.author))
        expect(['accepted', 'nothing', 'gap']).toContain(end)
        if (end === 'gap') {
          gaps += 1
          // The server asks, and gets everything.
          const all = Y.encodeStateAsUpdate(person.board.doc, room.room.acceptedState())
          expect(['accepted', 'nothing']).toContain(outcome(room.accept(all, person.author)))
        }
        person.sent.push(update)
      }
      for (const { who, how } of schedule) {
        const person = people[who]
        if (person === undefined) continue
        person.edits += 1
        person.board.transact(() => {
          const text = person.board.records.get('shape:shared')?.get('text')
          if (text instanceof Y.Text) text.insert(Math.min(person.edits, text.length), String(who))
          if (person.edits % 3 === 0)
            putRecord(person.board, { ...step(`p${who}-${person.edits}`), index: `b${who}${person.edits}` })
        }, 'test')
        if (how === 'lost') person.queue.shift()
        const [next] = person.queue
        if (how === 'next' && next !== undefined) send(person, person.queue.shift() ?? next)
        if (how === 'again' && person.sent.length > 0)
          send(person, person.sent[person.edits % person.sent.length] ?? new Uint8Array())
        if (how === 'merged' && person.queue.length > 0) send(person, Y.mergeUpdates(person.queue.splice(0)))
        if (how === 'all') Y.applyUpdate(person.board.doc, Y.encodeStateAsUpdate(room.room.committed.doc), 'server')
      }
      for (const person of people) send(person, Y.encodeStateAsUpdate(person.board.doc))
      const records = room.records()
      for (const { board } of people) {
        Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(room.room.committed.doc), 'server')
        expect(board.records.toJSON()).toEqual(records)
        expect(board.doc.store.pendingStructs).toBeNull()
      }
      const text = String(records['shape:shared']?.['text'])
      for (const [who, { edits }] of people.entries())
        expect([...text].filter((each) => each === String(who))).toHaveLength(edits)
      expect(readBoard(room.room.committed).quarantined).toEqual([])
      room.room.destroy()
    }),
    { numRuns: Number(process.env['DELIVERY_RUNS'] ?? 60), seed: 5 },
  )
  expect(gaps).toBeGreaterThan(5)
})

test('[RM4, F01] many who open a new room at the same instant: one page, the first content once, whoever comes how', async () => {
  for (let round = 0; round < 20; round += 1) {
    const server = await startServer()
    const people = await Promise.all(
      Array.from({ length: 4 }, (_, at) => openClient(server, { token: tokenOf(`pa_p${at}`) })),
    )
    for (const { board, doc } of people) {
      expect(board.records.toJSON()).toEqual({ 'page:board': { type: 'page', name: '', index: 'a1', meta: {} } })
      expect([...doc.store.clients.keys()]).toEqual([0])
    }
    for (const client of people) client.destroy()
  }
})
