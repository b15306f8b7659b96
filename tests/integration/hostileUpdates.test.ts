import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard } from '@samenreis/model/document/read'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { putRecord, removeRecord } from '@samenreis/model/document/write'
import { newShape } from '@samenreis/model/interchange/newShape'
import { shapeKinds } from '@samenreis/model/records/recordKinds'
import { boardOfRietOnPaper, boardOfYonas } from '@samenreis/model/testing/demoBoards'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { randomBoard } from '@samenreis/model/testing/randomBoard'
import { WorkshopSteps } from '@samenreis/model/testing/WorkshopSteps'
import {
  decodeClientFrame,
  encodePresence,
  encodeStep1,
  encodeStep2,
  encodeUpdate,
} from '@samenreis/server/sync/frames'
import { defaultLimits } from '@samenreis/server/sync/limits'
import { Room } from '@samenreis/server/sync/Room'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { damaged } from '../support/damage.ts'
import { shapeId } from '../support/records.ts'
import { authorOf, changeOf, outcome, RoomAtHand } from '../support/RoomAtHand.ts'

const FRAMES = Number(process.env['FUZZ_FRAMES'] ?? 20_000)
/** What one frame may cost, in ms of this process's own processor time: ten times what the largest takes on a quiet machine. */
const COST_MAX_MS = 500
const MIB = 1024 * 1024

const nora = authorOf('nora')
const mallory = authorOf('mallory', { claimsLeft: 100_000 })

function cpuMs(run: () => void): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Updates as people make them, one for each edit, and the whole as one. */
function realUpdates(from: RoomAtHand, seed: number, edits: number): Uint8Array[] {
  const board = from.copy()
  const steps = new WorkshopSteps(new RandomSource(seed))
  const updates: Uint8Array[] = []
  board.doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let count = 0; count < edits; count += 1) steps.take(board, 'test')
  return [...updates, Y.encodeStateAsUpdate(board.doc)]
}

test(`[SE4, F06] ${FRAMES} damaged frames of every type: nothing but valid edits comes of them, and none costs much`, () => {
  const random = new RandomSource(6)
  const room = new RoomAtHand(randomBoard(random, 30))
  const updates = realUpdates(room, 6, 60)
  const corpus = [
    ...updates.map((update) => encodeUpdate(update)),
    ...updates.slice(0, 10).map((update) => encodeStep2(update)),
    encodeStep1(Y.encodeStateVector(room.room.committed.doc)),
    encodePresence([{ clientId: 99, clock: 1, json: '{"c":[1,2]}' }]),
    Uint8Array.of(3),
    Uint8Array.of(100, 1, 1),
  ]
  const ends: Record<string, number> = {}
  const heapBefore = process.memoryUsage().heapUsed
  let [before, worstMs] = [room.bytes(), 0]
  for (let count = 0; count < FRAMES; count += 1) {
    const bytes = damaged(corpus[random.below(corpus.length)] ?? new Uint8Array(1), random)
    let end = 'none'
    worstMs = Math.max(
      worstMs,
      cpuMs(() => {
        const frame = decodeClientFrame(bytes)
        if (frame === null) return
        end = 'update' in frame ? outcome(room.accept(frame.update, mallory)) : frame.kind
      }),
    )
    ends[end] = (ends[end] ?? 0) + 1
    // What was taken is an edit like any other; what was not left not a byte.
    if (end === 'accepted') before = room.bytes()
    else if (count % 50 === 0) expect(room.bytes()).toBe(before)
  }
  expect(room.bytes()).toBe(before)
  expect(readBoard(room.room.committed).quarantined).toEqual([])
  expect([...room.room.committed.doc.share.keys()].toSorted()).toEqual(['meta', 'records'])
  const { pendingStructs, pendingDs } = room.room.committed.doc.store
  expect([pendingStructs, pendingDs]).toEqual([null, null])
  expect(
    Math.min(ends['none'] ?? 0, ends['malformed'] ?? 0, ends['invalid-content'] ?? 0, ends['gap'] ?? 0),
  ).toBeGreaterThan(FRAMES / 10_000)
  expect(worstMs).toBeLessThan(COST_MAX_MS)
  expect(process.memoryUsage().heapUsed - heapBefore).toBeLessThan(256 * MIB)
})

/** Damaged updates that Yjs throws at after it has changed the document and told everybody so: a naive server relays them. */
function poison(seed: number, want: number): { base: RoomAtHand; updates: Uint8Array[] } {
  const random = new RandomSource(seed)
  const base = new RoomAtHand(randomBoard(random, 15))
  const real = realUpdates(base, seed, 40)
  const updates: Uint8Array[] = []
  for (let tries = 0; updates.length < want && tries < 40_000; tries += 1) {
    const bytes = damaged(real[random.below(real.length)] ?? new Uint8Array(1), random)
    const { doc } = base.copy()
    let told = 0
    doc.on('update', () => {
      told += 1
    })
    try {
      Y.applyUpdate(doc, bytes)
    } catch {
      if (told > 0) updates.push(bytes)
    }
    doc.destroy()
  }
  return { base, updates }
}

test('[RM9, F07] updates that throw after they changed a document leave nothing behind, and nothing for anybody', () => {
  const { base, updates } = poison(7, 25)
  expect(updates.length).toBeGreaterThan(15)
  const before = base.bytes()
  for (const update of updates) {
    expect(['malformed', 'invalid-content', 'gap', 'nothing']).toContain(outcome(base.room.accept(update, mallory)))
    expect(base.room.takeBatch()).toBeNull()
    expect(base.bytes()).toBe(before)
  }
  // The shadow is whole as well: the next honest edit is taken as ever.
  const board = base.copy()
  expect(
    outcome(
      base.accept(
        changeOf(board, (to) => putRecord(to, newShape('card', shapeId('after'), {}))),
        nora,
      ),
    ),
  ).toBe('accepted')
})

/** So many structs of one client, each one deleted character wide, in the place of real content. */
function tinyStructs(count: number): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, count)
  encoder.writeClient(77)
  encoding.writeVarUint(encoder.restEncoder, 0)
  for (let clock = 0; clock < count; clock += 1) new Y.GC(Y.createID(77, clock), 1).write(encoder, 0)
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}

function manyDeletions(count: number): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, 0)
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoder.resetDsCurVal()
  encoding.writeVarUint(encoder.restEncoder, 0)
  encoding.writeVarUint(encoder.restEncoder, count)
  for (let clock = 0; clock < count; clock += 1) {
    encoder.writeDsClock(2 * clock)
    encoder.writeDsLen(1)
  }
  return encoder.toUint8Array()
}

function manyClients(count: number): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, count)
  for (let client = 1; client <= count; client += 1) {
    encoding.writeVarUint(encoder.restEncoder, 1)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, 0)
    new Y.GC(Y.createID(client, 0), 1).write(encoder, 0)
  }
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}

function textOf(board: BoardDocument, part: string): Y.Text {
  const text = board.records.get(`shape:${part}`)?.get('text')
  if (!(text instanceof Y.Text)) throw new Error('There is no such text')
  return text
}

/** Characters that all claim one spot: each looks past all that others put there. */
function oneSpot(room: RoomAtHand, count: number, lowClient: number): Uint8Array {
  const { doc } = room.copy()
  doc.clientID = lowClient
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  const title = textOf(new BoardDocument(doc), 'spot')
  for (let at = 0; at < count; at += 1) title.insert(0, 'x')
  return Y.mergeUpdates(updates)
}

test('[RM11, F08] monsters that are well formed are refused before they cost anything', () => {
  const room = new RoomAtHand([newShape('card', shapeId('spot'), {})])
  const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
  const withField = (value: unknown): Uint8Array =>
    changeOf(room.copy(), (board) => void board.records.get('shape:spot')?.set('extra', value as string))
  const maps = (depth: number): Uint8Array =>
    changeOf(room.copy(), (board) => {
      let inner = new Y.Map<unknown>()
      board.records.get('shape:spot')?.set('extra', inner)
      for (let at = 0; at < depth; at += 1) {
        const next = new Y.Map<unknown>()
        inner.set('in', next)
        inner = next
      }
    })
  const monsters: Readonly<Record<string, () => Uint8Array>> = {
    'a million tiny structs': () => tinyStructs(1_000_000),
    'a million ranges of deletions': () => manyDeletions(1_000_000),
    'fifty thousand authors': () => manyClients(50_000),
    'ten thousand maps in each other': () => maps(10_000),
    'a value five thousand lists deep': () => withField(nested(5000)),
    'sixty-five lists deep': () => withField(nested(66)),
    'a text of a million characters': () =>
      changeOf(room.copy(), (board) => textOf(board, 'spot').insert(0, 'x'.repeat(1_000_000))),
  }
  const before = room.bytes()
  for (const [name, make] of Object.entries(monsters)) {
    const update = make()
    let end = ''
    const ms = cpuMs(() => {
      end = outcome(room.accept(update, mallory))
    })
    expect([name, end]).toEqual([name, expect.stringMatching(/^(invalid-content|malformed|gap)$/)])
    expect([name, ms < COST_MAX_MS]).toEqual([name, true])
    expect(room.bytes()).toBe(before)
  }
})

test('[RM11, F08] thousands that claim one spot are refused by the steps they would take; people who type in one spot are not', () => {
  const room = new RoomAtHand([newShape('card', shapeId('spot'), {})])
  const [low, high] = [oneSpot(room, 4000, 1000), oneSpot(room, 4000, 2000)]
  expect(outcome(room.accept(low, nora))).toBe('accepted')
  let end = ''
  const ms = cpuMs(() => {
    end = outcome(room.accept(high, mallory))
  })
  expect(end).toBe('invalid-content')
  expect(ms).toBeLessThan(COST_MAX_MS)
  // The same place, as hard as two people can type at once for a quarter of an hour.
  const other = new RoomAtHand([newShape('card', shapeId('spot'), {})])
  expect(outcome(other.accept(oneSpot(other, 300, 1000), nora))).toBe('accepted')
  const second = new RoomAtHand([newShape('card', shapeId('spot'), {})])
  const [one, two] = [oneSpot(second, 300, 1000), oneSpot(second, 300, 2000)]
  expect([outcome(second.accept(one, nora)), outcome(second.accept(two, authorOf('ben')))]).toEqual([
    'accepted',
    'accepted',
  ])
  expect(String(second.records()['shape:spot']?.['text'])).toHaveLength(600)
})

test('[RM11, F08] two who worked apart for 400 edits each meet without a refusal, far below the limit', () => {
  for (const seed of [1, 2]) {
    const room = new RoomAtHand(randomBoard(new RandomSource(seed), 25))
    const boards = [room.copy(), room.copy()]
    for (const [at, board] of boards.entries()) {
      const steps = new WorkshopSteps(new RandomSource(100 * seed + at))
      for (let count = 0; count < 400; count += 1) steps.take(board, 'test')
      const leader = authorOf(`p${at}`, { facilitates: true })
      expect([seed, outcome(room.accept(Y.encodeStateAsUpdate(board.doc), leader))]).toEqual([seed, 'accepted'])
    }
  }
})

test('[RM13, F09] who writes under the id of another is refused, and both go on with the same records', () => {
  const room = new RoomAtHand()
  const victim = room.copy()
  for (let round = 0; round < 20; round += 1) {
    const honest = changeOf(victim, (board) =>
      putRecord(board, newShape('card', shapeId(`v${round}`), { index: `a${round}` })),
    )
    expect(outcome(room.accept(honest, nora))).toBe('accepted')
    const forged = room.copy()
    forged.doc.clientID = victim.doc.clientID
    const update = changeOf(forged, (board) => putRecord(board, newShape('card', shapeId('forged'), {})))
    expect(outcome(room.accept(update, mallory))).toBe('invalid-content')
    expect(room.records()).toEqual(victim.records.toJSON())
  }
})

test('[RM11, F21] a giant paste of a client without limits is refused, at each limit and above it', () => {
  const cards = (count: number): Uint8Array => {
    const like = newShape('note', shapeId('n'), {})
    return changeOf(room.copy(), (board) => {
      for (let at = 0; at < count; at += 1) putRecord(board, { ...like, id: shapeId(`n${at}`) })
    })
  }
  const room = new RoomAtHand()
  // 3,000 shapes at once are more structs than a frame may have.
  expect(outcome(room.accept(cards(3000), mallory))).toBe('invalid-content')
  const text = (length: number): Uint8Array =>
    changeOf(room.copy(), (board) => putRecord(board, newShape('card', shapeId('t'), { text: 'x'.repeat(length) })))
  const raw = (length: number): Uint8Array =>
    changeOf(room.copy(), (board) => {
      putRecord(board, newShape('card', shapeId('t'), {}))
      textOf(board, 't').insert(0, 'x'.repeat(length))
    })
  expect(outcome(room.accept(raw(10_001), mallory))).toBe('invalid-content')
  expect(outcome(room.accept(raw(1_000_000), mallory))).toBe('invalid-content')
  expect(outcome(room.accept(text(10_000), nora))).toBe('accepted')
  // A picture as a data URL: there is no kind of record that holds one, and no link that may be one.
  const picture = `data:image/png;base64,${'A'.repeat(100_000)}`
  for (const fields of [
    { type: 'image', props: { src: picture } },
    { type: 'geo', url: picture },
  ]) {
    const { defaults } = shapeKinds.geo
    const place = { parentId: FIRST_PAGE_ID, index: 'a5', geometry: [0, 0, 0, 9, 9] }
    const update = changeOf(room.copy(), (board) => {
      board.records.set('shape:p', new Y.Map(Object.entries({ ...defaults, ...place, ...fields })) as never)
    })
    expect(outcome(room.accept(update, mallory))).toBe('invalid-content')
  }
})

test('[RM14, F19] each record of a board unreadable in turn: the others are there, and everybody works on', () => {
  const records = boardOfYonas()
  const broken: readonly ((fields: Y.Map<unknown>) => void)[] = [
    (fields) => fields.set('geometry', 'here'),
    (fields) => fields.set('type', 'hologram'),
    (fields) => fields.delete('type'),
  ]
  for (const [at, { id }] of records.entries()) {
    if (id === FIRST_PAGE_ID) continue
    const room = new RoomAtHand(records)
    const { doc } = room.copy()
    // A link has no geometry of its own.
    const damage = broken[id.startsWith('shape:') ? at % broken.length : 1]
    const fields = doc.getMap<Y.Map<unknown>>('records').get(id)
    if (fields !== undefined) damage?.(fields)
    const snapshot = { sequence: 5, bytes: Y.encodeStateAsUpdate(doc) }
    const stored = { epoch: 'e', snapshot, updates: [], clients: new Map(), retired: new Set<number>() }
    const reopened = new Room(room.room.id, stored, defaultLimits)
    const read = readBoard(reopened.committed)
    expect(read.quarantined.map((each) => each.id)).toEqual([id])
    expect([id, read.records.size + read.quarantined.length]).toEqual([id, records.length])
    const board = new RoomAtHand().copy()
    Y.applyUpdate(board.doc, snapshot.bytes)
    const edit = changeOf(board, (to) => putRecord(to, newShape('card', shapeId('after'), {})))
    expect([id, outcome(reopened.accept(edit, nora))]).toEqual([id, 'accepted'])
  }
})

test('[BD7, F12] opening any board that we ship is no change of it, and its size follows its content', () => {
  for (const records of [[], boardOfRietOnPaper(), boardOfYonas(), randomBoard(new RandomSource(12), 200)]) {
    const room = new RoomAtHand(records)
    const viewer = room.copy()
    let updates = 0
    viewer.doc.on('update', () => {
      updates += 1
    })
    readBoard(viewer)
    expect(updates).toBe(0)
    expect(outcome(room.accept(Y.encodeStateAsUpdate(viewer.doc), authorOf('screen', { mayEdit: false })))).toBe(
      'nothing',
    )
  }
})

test('[BD7, F12] 100 shapes and 20,000 edits by four people are stored in at most 300 KB', () => {
  const random = new RandomSource(12)
  const like = newShape('card', shapeId('c'), {})
  const room = new RoomAtHand(
    Array.from({ length: 100 }, (_, at) => ({ ...like, id: shapeId(`c${at}`), index: `a${at}` })),
  )
  const people = Array.from({ length: 4 }, (_, at) => ({ board: room.copy(), author: authorOf(`p${at}`) }))
  for (let edit = 0; edit < 20_000; edit += 1) {
    const person = people[edit % 4]
    if (person === undefined) continue
    // Everybody drags one card for a while, as people do.
    const id = shapeId(`c${(Math.floor(edit / 80) * 7 + (edit % 4)) % 100}`)
    person.board.transact(() => {
      person.board.records.get(id)?.set('geometry', [random.below(4000), random.below(2000), 0, 200, 120])
    }, 'test')
    if (edit % 400 === 399) {
      for (const each of people) {
        Y.applyUpdate(each.board.doc, Y.encodeStateAsUpdate(room.room.committed.doc))
        expect(outcome(room.accept(Y.encodeStateAsUpdate(each.board.doc), each.author))).toBe('accepted')
      }
    }
  }
  expect(room.room.snapshot().bytes.byteLength).toBeLessThan(300 * 1024)
})

test('[SE7, F69] who looks on is not punished for an honest answer, on any board with whatever was taken away', () => {
  const viewer = authorOf('screen', { mayEdit: false })
  for (let seed = 1; seed <= 20; seed += 1) {
    const room = new RoomAtHand(randomBoard(new RandomSource(seed), 30))
    const anna = room.copy()
    const steps = new WorkshopSteps(new RandomSource(seed + 1000))
    for (let count = 0; count < 40; count += 1) steps.take(anna, 'test')
    for (const id of [...anna.records.keys()].filter((each) => each.startsWith('shape:')).slice(0, 10)) {
      anna.transact(() => removeRecord(anna, shapeId(id.slice('shape:'.length))), 'test')
    }
    room.accept(Y.encodeStateAsUpdate(anna.doc), authorOf('anna', { facilitates: true }))
    const screen = room.copy()
    expect([seed, outcome(room.accept(Y.encodeStateAsUpdate(screen.doc), viewer))]).toEqual([seed, 'nothing'])
    const old = Y.encodeStateAsUpdate(screen.doc, Y.encodeStateVector(screen.doc))
    expect([seed, outcome(room.accept(old, viewer))]).toEqual([seed, 'nothing'])
  }
})
