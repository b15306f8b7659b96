import { ShapeId } from '@samenreis/model/ids/recordId'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import { changeRecord, putRecord, removeRecord } from '@samenreis/model/document/write'
import { closeCodes } from '@samenreis/model/protocol/closeCodes'
import { encodePiece, PIECED_BYTES_MAX } from '@samenreis/model/protocol/messages'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { decodeClientFrame, encodeStep1, encodeStep2, encodeUpdate } from '@samenreis/server/sync/frames'
import { defaultLimits } from '@samenreis/server/sync/limits'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { Proxy } from '../support/proxy/Proxy.ts'
import { addStep, step } from '../support/records.ts'
import { authorOf, changeOf, outcome, RoomAtHand } from '../support/RoomAtHand.ts'
import { startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'
import { openRoomPage, saved } from '../support/webClient.ts'
import { inStretches } from '../../apps/web/src/sync/documentFrames.ts'
import { UnsentWork } from '../../apps/web/src/sync/UnsentWork.ts'

const OPERATIONS = 5000
/** The same by a browser's own connection, which looks at each of them. */
const FEWER = 1500
/** Cards that were there before she left. */
const CARDS = 900
/** What a merge may cost (reliability.md F16), in ms of the processor. */
const MERGE_LIMIT_MS = 2000
/** What one stretch may cost, in ms of the processor: ten times what it takes on a quiet machine. */
const STRETCH_LIMIT_MS = 500
/** Two merges of thousands of operations, on a machine that does other things too. */
const WAIT_MS = 60_000

const cards = (count: number) =>
  Array.from({ length: count }, (_, number) => step(`old-${number}`, `Stap ${number}: bellen en wachten`))

/** How often somebody makes, moves, writes in, and takes away a card; the shares make 1. */
interface Habits {
  readonly make: number
  readonly move: number
  readonly write: number
}

const alone: Habits = { make: 0.1, move: 0.45, write: 0.35 }
/** Half of what they do is taking away. */
const tidying: Habits = { make: 0.4, move: 0.05, write: 0.05 }

/** So many edits, each a transaction of its own, as one person makes them on the board that she has. */
function work(board: BoardDocument, name: string, seed: number, habits: Habits, operations = OPERATIONS): void {
  const random = new RandomSource(seed)
  const there = [...board.records.keys()].filter((id) => id.startsWith('shape:')).map((id) => ShapeId.parse(id))
  for (let turn = 0; turn < operations; turn += 1) {
    const at = there.length === 0 ? -1 : random.below(there.length)
    const id = there[at]
    const choice = random.next()
    board.transact(() => {
      if (id === undefined || choice < habits.make) {
        const made = step(`${name}-${turn}`, `Kaart van ${name}`)
        putRecord(board, made)
        there.push(made.id)
      } else if (choice < habits.make + habits.move) {
        changeRecord(board, id, { geometry: [random.below(4000), random.below(3000), 0, 200, 150] })
      } else if (choice < habits.make + habits.move + habits.write) {
        const title = String(board.records.get(id)?.get('title') ?? '')
        const place = random.below(title.length + 1)
        changeRecord(board, id, {
          title: `${title.slice(0, place)}${random.pick(['a', 'het ', 'loket '])}${title.slice(place)}`,
        })
      } else {
        removeRecord(board, id)
        there.splice(at, 1)
      }
    }, 'test')
  }
}

function cpuMsOf(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** So many new cards, each made by itself. */
function makeCards(board: BoardDocument, name: string, count: number): void {
  for (let at = 0; at < count; at += 1) addStep(board, `${name}-${at}`, `Kaart ${at} van ${name}`)
}

function expectSound(board: BoardDocument): void {
  expect([board.doc.store.pendingStructs, board.doc.store.pendingDs]).toEqual([null, null])
  expect(readBoard(board).quarantined).toEqual([])
}

/** A room that anna left with its cards, and in which ben went on: `others` is the board without her. */
function leftAlone(): { readonly at: RoomAtHand; readonly anna: BoardDocument; readonly others: BoardDocument } {
  const at = new RoomAtHand(cards(CARDS))
  const [anna, ben] = [at.copy(), at.copy()]
  const left = Y.encodeStateVector(ben.doc)
  work(ben, 'ben', 16, tidying)
  expect(outcome(at.accept(Y.encodeStateAsUpdate(ben.doc, left), authorOf('ben')))).toBe('accepted')
  const others = at.copy()
  return { at, anna, others }
}

test('[RM17, F16] 5,000 operations of weeks offline merge with 5,000 of others, half of them deletions, in less than 2 s of the processor', () => {
  const { at, anna, others } = leftAlone()
  work(anna, 'anna', 61, alone)
  const answer = Y.encodeStateAsUpdate(anna.doc, at.room.acceptedState())
  let became = ''
  const cpuMs = cpuMsOf(() => {
    became = outcome(at.accept(answer, authorOf('anna')))
  })
  expect(became).toBe('accepted')
  expect(cpuMs).toBeLessThan(MERGE_LIMIT_MS)
  Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(others.doc, Y.encodeStateVector(anna.doc)))
  const board = at.copy()
  expect(anna.records.toJSON()).toEqual(board.records.toJSON())
  for (const each of [anna, board]) expectSound(each)
  const idsOf = ({ records }: BoardDocument, name: string) =>
    [...records.keys()].filter((id) => id.startsWith(`shape:${name}-`))
  expect(idsOf(board, 'ben')).toEqual(idsOf(others, 'ben'))
  expect(idsOf(board, 'anna').length).toBeGreaterThan(OPERATIONS * alone.make * 0.5)
})

test(
  '[CN11, F16] who worked on without a line comes back on a way that lets only small pieces through, and everything of both is there',
  async () => {
    const server = await startServer()
    await server.rooms.write(roomA, (board) => cards(CARDS).forEach((card) => putRecord(board, card)))
    const proxy = await Proxy.to(server.port)
    const { opening, now } = await openRoomPage(proxy, { token: tokenOf('pa_anna'), random: () => 0 })
    const anna = now()
    proxy.accepts = false
    proxy.reset()
    await eventually(() => expect(anna.state.get().kind).toBe('offline'))
    work(anna.board, 'anna', 61, alone, FEWER)
    const ben = await openClient(server, { token: tokenOf('pa_ben') })
    ben.provider.disconnect()
    work(ben.board, 'ben', 16, tidying, FEWER)
    ben.provider.connect()
    await eventually(
      async () => expect((await server.rooms.read(roomA)).records.size).toBe(ben.board.records.size),
      WAIT_MS,
    )
    proxy.judge = ({ bytes, direction }) => (direction === 'toServer' && bytes.byteLength > 40 * 1024 ? 'cut' : 'pass')
    proxy.accepts = true
    await saved(now, WAIT_MS)
    expect([now(), opening.turnedBack.get(), anna.unsentCount.get()]).toEqual([anna, null, 0])
    await eventually(() => expect(ben.board.records.toJSON()).toEqual(anna.board.records.toJSON()), WAIT_MS)
    for (const each of [anna.board, ben.board]) expectSound(each)
    expect(anna.board.records.size).toBeGreaterThan(CARDS / 2)
  },
  2 * WAIT_MS,
)

const muchWork: Readonly<Record<string, (board: BoardDocument) => void>> = {
  '20,000 operations': (board) => work(board, 'anna', 61, alone, 4 * OPERATIONS),
  '2,500 new cards': (board) => makeCards(board, 'anna', 2500),
}

test.for(Object.entries(muchWork))(
  '[CN19, RM17, F16] %s made without a line come in as they were made: each stretch is judged by itself and holds nobody up for long',
  ([, make]) => {
    const { at, anna, others } = leftAlone()
    const unsent = new UnsentWork(anna, 'server')
    make(anna)
    const whole = Y.encodeStateAsUpdate(anna.doc, at.room.acceptedState())
    expect(Y.decodeUpdate(whole).structs.length).toBeGreaterThan(defaultLimits.structsPerFrame)
    const frames = inStretches({ kind: 'step2', bytes: encodeStep2(whole), stretch: null }, unsent.stretches())
    expect(frames.length).toBeGreaterThan(10)
    const author = authorOf('anna')
    let [recordsBefore, steps, longestMs] = [at.room.recordCount, 0, 0]
    for (const { bytes, stretch } of frames) {
      const frame = decodeClientFrame(bytes)
      if (frame === null || !('update' in frame)) throw new Error('Not a frame with edits')
      let became = ''
      const cpuMs = cpuMsOf(() => {
        became = outcome(at.accept(frame.update, author))
      })
      expect(became).toBe(stretch === null ? 'nothing' : 'accepted')
      longestMs = Math.max(longestMs, cpuMs)
      if (at.room.recordCount !== recordsBefore) steps += 1
      recordsBefore = at.room.recordCount
    }
    // What is stored grows with every stretch: a line that is cut loses nothing of those before.
    expect(steps).toBeGreaterThan(frames.length / 2)
    expect(longestMs).toBeLessThan(STRETCH_LIMIT_MS)
    Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(others.doc, Y.encodeStateVector(anna.doc)))
    const board = at.copy()
    expect(anna.records.toJSON()).toEqual(board.records.toJSON())
    for (const each of [anna, board]) expectSound(each)
    unsent.stop()
  },
)

test(
  '[CN19, F16] who comes back with 2,500 cards sees how far they are, a cut line goes on where it was, and nobody waits for her',
  async () => {
    // A fifth of the time that she may take otherwise: so the others have theirs in between on any machine.
    const server = await startServer({ limits: { handlingMs: { perSecond: 50, burst: 50 } } })
    const proxy = await Proxy.to(server.port)
    const { opening, now } = await openRoomPage(proxy, { token: tokenOf('pa_anna'), random: () => 0 })
    const anna = now()
    const ben = await openClient(server, { token: tokenOf('pa_ben') })
    proxy.accepts = false
    proxy.reset()
    await eventually(() => expect(anna.state.get().kind).toBe('offline'))
    makeCards(anna.board, 'anna', 2500)
    expect(anna.unsentCount.get()).toBe(2500)
    const percents: number[] = []
    anna.state.subscribe(() => {
      const state = anna.state.get()
      if (state.kind === 'catching-up') percents.push(state.percent)
    })
    proxy.accepts = true
    await eventually(() => expect(percents.at(-1)).toBeGreaterThan(30), WAIT_MS)
    addStep(ben.board, 'between', 'Tussendoor')
    await eventually(async () => expect((await server.rooms.read(roomA)).records.has(step('between').id)).toBe(true))
    expect(anna.state.get().kind).not.toBe('saved')
    const left = anna.unsentCount.get()
    expect(left).toBeGreaterThan(0)
    const before = percents.length
    const whole = Y.encodeStateAsUpdate(anna.board.doc).byteLength
    let again = 0
    proxy.judge = ({ bytes, direction }) => {
      if (direction === 'toServer') again += bytes.byteLength
      return 'pass'
    }
    proxy.reset()
    again = 0
    let most = 0
    anna.unsentCount.subscribe(() => (most = Math.max(most, anna.unsentCount.get())))
    await saved(now, WAIT_MS)
    expect(most).toBeLessThanOrEqual(left)
    expect(again).toBeLessThan((left / 2500 + 0.1) * whole)
    for (const run of [percents.slice(0, before), percents.slice(before)]) {
      expect(run.length).toBeGreaterThan(2)
      expect(run).toEqual(run.toSorted((one, other) => one - other))
    }
    expect([now(), opening.turnedBack.get(), anna.unsentCount.get()]).toEqual([anna, null, 0])
    await eventually(() => expect(ben.board.records.toJSON()).toEqual(anna.board.records.toJSON()), WAIT_MS)
    for (const each of [anna.board, ben.board]) expectSound(each)
    expect(ben.board.records.size).toBe(2502)
  },
  2 * WAIT_MS,
)

/** A board of some hundred kilobytes. */
function fill(board: BoardDocument): void {
  for (let card = 0; card < 60; card += 1)
    putRecord(board, step(`wide-${card}`, 'Riet belt het loket en wacht. '.repeat(300)))
}

test('[SE34] a frame in pieces that comes no further ends its connection; one that comes slowly is waited for', async () => {
  const server = await startServer({ limits: { pieceMs: 1500, pieceBytes: 16 * 1024, watchMs: 50 } })
  const frame = encodeUpdate(changeOf(new BoardDocument(new Y.Doc()), (board) => fill(board)))
  const slow = await openRaw(server, { token: tokenOf('pa_slow') }).ready()
  const trickle = await openRaw(server, { token: tokenOf('pa_trickle') }).ready()
  const idle = await openRaw(server, { token: tokenOf('pa_idle') }).ready()
  idle.socket.send(encodePiece(frame.subarray(0, 100), false))
  const pieces = 20
  const size = Math.ceil(frame.byteLength / pieces)
  expect(size).toBeGreaterThan(16 * 1024)
  for (let at = 0; at < pieces; at += 1) {
    slow.socket.send(encodePiece(frame.subarray(at * size, (at + 1) * size), at === pieces - 1))
    // Signs of life that bring the frame no further.
    if (trickle.closeCode === null) trickle.socket.send(encodePiece(frame.subarray(at, at + 1), false))
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  await eventually(() => expect(slow.durableFrames).toBe(1))
  // Without a word, as when a line breaks.
  expect([idle.closeCode, trickle.closeCode, slow.closeCode]).toEqual([1006, 1006, null])
})

test('[SE5, SE10] pieces are one document frame; what they make must carry edits, and is bounded', async () => {
  const server = await startServer()
  const raw = openRaw(server, { token: tokenOf('pa_anna') })
  await raw.ready()
  addStep(new BoardDocument(raw.doc), 'cut', 'In stukken')
  const frame = encodeUpdate(Y.encodeStateAsUpdate(raw.doc))
  const third = Math.ceil(frame.byteLength / 3)
  for (const part of [0, 1, 2])
    raw.socket.send(encodePiece(frame.subarray(part * third, (part + 1) * third), part === 2))
  await eventually(() => {
    expect(raw.messages.flatMap((each) => (each.type === 'durable' ? [each.durable.frames] : []))).toEqual([1])
  })
  expect([...(await server.rooms.read(roomA)).records.keys()]).toContain(step('cut').id)
  raw.socket.send(encodePiece(encodeStep1(Y.encodeStateVector(raw.doc)), true))
  await eventually(() => expect(raw.closeCode).toBe(closeCodes.malformed.code))
  const endless = openRaw(server, { token: tokenOf('pa_ben') })
  await endless.ready()
  const half = new Uint8Array(512 * 1024)
  for (let sent = 0; sent <= PIECED_BYTES_MAX; sent += half.byteLength) endless.socket.send(encodePiece(half, false))
  await eventually(() => expect(endless.closeCode).toBe(closeCodes['frame-too-large'].code), WAIT_MS)
})
