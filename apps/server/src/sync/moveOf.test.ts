import { BoardDocument, type FieldValue } from '@samenreis/model/document/BoardDocument'
import { FIRST_PAGE_ID, seedUpdate } from '@samenreis/model/document/seed'
import { putRecord, removeRecord } from '@samenreis/model/document/write'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { shapeKinds } from '@samenreis/model/records/recordKinds'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { forgedUpdate } from '../testing/forgedUpdate.ts'
import type { SoundRecords } from './contentCheck.ts'
import { step } from '../testing/step.ts'
import { defaultLimits } from './limits.ts'
import { moveOf } from './moveOf.ts'
import { readUpdate } from './readUpdate.ts'
import { Room, type Acceptance, type Author } from './Room.ts'

const SEEDS = 30
const FRAMES = 120
const roomId = RoomId.parse('a'.repeat(26))

function author(name: string): Author {
  return { participantId: ParticipantId.parse(`pa_${name}`), mayEdit: true, facilitates: false, claimsLeft: 8 }
}

function roomOf(board: BoardDocument, clients: ReadonlyMap<number, ParticipantId> = new Map()): Room {
  const snapshot = { sequence: 1, bytes: Y.encodeStateAsUpdate(board.doc) }
  return new Room(roomId, { epoch: 'e', snapshot, updates: [], clients, retired: new Set() }, defaultLimits)
}

/** Somebody's board, with what each of her changes sends. */
class Hand {
  readonly board = new BoardDocument(new Y.Doc())
  readonly author: Author
  readonly #frames: Uint8Array[] = []

  constructor(name: string, known: Uint8Array, clientId = new Y.Doc().clientID) {
    this.author = author(name)
    this.board.doc.clientID = clientId
    Y.applyUpdate(this.board.doc, known)
    this.board.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === 'test') this.#frames.push(update)
    })
  }

  /** What a change sends; empty when it changes nothing. */
  sends(make: (board: BoardDocument) => void): readonly Uint8Array[] {
    this.board.transact(() => make(this.board), 'test')
    return this.#frames.splice(0)
  }

  set(part: string, name: string, value: FieldValue): readonly Uint8Array[] {
    return this.sends(({ records }) => void records.get(`shape:${part}`)?.set(name, value))
  }
}

function kindOf(acceptance: Acceptance): string {
  return acceptance.kind === 'refused' ? acceptance.reason : acceptance.kind
}

/** The item that holds a field now. */
function itemOf(board: BoardDocument, part: string, name: string): Y.Item {
  const item = board.records.get(`shape:${part}`)?._map.get(name)
  if (item === undefined) throw new Error(`shape:${part} has no ${name}`)
  return item
}

/** A new value behind an item, as `Y.Map.set` makes it. */
function behind(hand: Hand, origin: Y.Item, value: unknown): Y.Item {
  const { doc } = hand.board
  const id = Y.createID(doc.clientID, Y.getState(doc.store, doc.clientID))
  return new Y.Item(id, null, origin.lastId, null, null, null, null, new Y.ContentAny([value]))
}

test('[RM26] a move is told from everything that is more than one, or that might be', () => {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  const hand = new Hand('nora', seedUpdate())
  for (const update of hand.sends((mine) => ['a', 'b'].forEach((part) => putRecord(mine, step(part))))) {
    Y.applyUpdate(board.doc, update)
  }
  const sound: SoundRecords = new WeakSet(['a', 'b'].flatMap((part) => board.records.get(`shape:${part}`) ?? []))
  const movedBy = (update: Uint8Array): string | null => moveOf(board, update, readUpdate(update, defaultLimits), sound)
  const now = itemOf(hand.board, 'a', 'geometry')
  const good = [1, 2, 0, 200, 150]
  expect(movedBy(forgedUpdate(behind(hand, now, good), [now.id]))).toBe('shape:a')
  expect(movedBy(forgedUpdate(behind(hand, now, good), []))).toBe('shape:a')
  const other = itemOf(hand.board, 'b', 'geometry')
  for (const [what, update] of Object.entries({
    'a size below nothing': forgedUpdate(behind(hand, now, [0, 0, 0, -1, 1]), [now.id]),
    'a text for a place': forgedUpdate(behind(hand, now, 'hidden'), [now.id]),
    'another field': forgedUpdate(behind(hand, itemOf(hand.board, 'a', 'opacity'), good), []),
    'a place that takes away another shape’s': forgedUpdate(behind(hand, now, good), [other.id]),
    'a place that takes away more': forgedUpdate(behind(hand, now, good), [
      now.id,
      itemOf(hand.board, 'a', 'index').id,
    ]),
    'a place with something behind it': Uint8Array.from([
      ...forgedUpdate(behind(hand, now, good), []),
      ...new Uint8Array(300),
    ]),
    'the whole record': forgedUpdate(behind(hand, board.records.get('shape:a')?._item ?? now, good), []),
  })) {
    expect(movedBy(update), what).toBeNull()
  }
  // Nobody has looked at all of it yet.
  sound.delete(board.records.get('shape:a') ?? {})
  expect(movedBy(forgedUpdate(behind(hand, now, good), [now.id]))).toBeNull()
  const [twice = new Uint8Array()] = hand.sends(({ records }) => {
    for (const x of [1, 2]) records.get('shape:b')?.set('geometry', [x, 0, 0, 1, 1])
  })
  expect(movedBy(twice)).toBeNull()
})

test('[RM26, RM9] a move of what nobody may move, by whom it is not, and of what is gone, ends as any other edit', () => {
  const nora = new Hand('nora', seedUpdate())
  const room = roomOf(nora.board)
  const send = (hand: Hand, updates: readonly Uint8Array[], by = hand.author): string[] =>
    updates.map((update) => kindOf(room.accept(update, by)))
  const journey = shapeKinds.journey.schema.parse({
    ...shapeKinds.journey.defaults,
    id: 'shape:j',
    type: 'journey',
    parentId: FIRST_PAGE_ID,
    index: 'a2',
    geometry: [0, 0, 0, 900, 900],
    isLocked: false,
    opacity: 1,
    meta: {},
  })
  const leads = { ...nora.author, facilitates: true }
  send(
    nora,
    nora.sends((board) =>
      [step('a'), step('b', { parentId: 'shape:j' }), journey].forEach((each) => putRecord(board, each)),
    ),
    leads,
  )
  for (const part of ['a', 'b', 'j'])
    expect(send(nora, nora.set(part, 'geometry', [1, 1, 0, 9, 9]), leads)).toEqual(['accepted'])
  const ben = new Hand('ben', Y.encodeStateAsUpdate(nora.board.doc))
  expect(send(ben, ben.set('a', 'geometry', [2, 2, 0, 9, 9]), nora.author)).toEqual(['accepted'])
  // Under the id that is nora's from now on.
  expect(send(ben, ben.set('a', 'geometry', [3, 3, 0, 9, 9]))).toEqual(['invalid-content'])
  expect(send(nora, nora.set('j', 'locked', true), leads)).toEqual(['accepted'])
  expect(send(nora, nora.set('b', 'geometry', [4, 4, 0, 9, 9]))).toEqual(['journey-locked'])
  // Refused, she begins again.
  room.takeBatch()
  room.commit()
  const stored = Y.encodeStateAsUpdate(room.committed.doc)
  const [again, eva] = [new Hand('nora', stored), new Hand('eva', stored)]
  const removal = eva.sends((board) => removeRecord(board, ShapeId.parse('shape:a')))
  expect(send(eva, removal)).toEqual(['accepted'])
  // She has not heard of it yet.
  expect(send(again, again.set('a', 'geometry', [5, 5, 0, 9, 9]))).toEqual(['accepted'])
  expect(room.takeBatch()).not.toBeNull()
  room.commit()
  expect(room.committed.records.has('shape:a')).toBe(false)
  expect(room.committed.records.get('shape:b')?.get('geometry')).toEqual([1, 1, 0, 9, 9])
})

test('[RM26, RM9, F08] an update in which a client stands twice, of which Yjs leaves out the first, is none', () => {
  const nora = new Hand('nora', seedUpdate())
  const room = roomOf(nora.board)
  const store = (): void => {
    expect(room.takeBatch()).not.toBeNull()
    room.commit()
  }
  for (const update of nora.sends((board) => putRecord(board, step('a')))) room.accept(update, nora.author)
  store()
  const now = itemOf(nora.board, 'a', 'geometry')
  const place = [1, 2, 0, 200, 150]
  for (const deletes of [[now.id], []]) {
    const ghost = forgedUpdate(behind(nora, now, place), deletes, true)
    expect(kindOf(room.accept(ghost, nora.author))).toBe('malformed')
  }
  expect([room.acceptedMark, room.hasUnsaved]).toEqual([room.committedMark, false])
  const [move = new Uint8Array()] = nora.set('a', 'geometry', place)
  const before = room.documentBytes
  const padded = Uint8Array.from([...move, ...new Uint8Array(10_000)])
  expect(room.accept(padded, nora.author)).toMatchObject({ kind: 'accepted' })
  expect([room.unsavedBytes < 100, room.documentBytes - before < 100]).toEqual([true, true])
  store()
  expect(room.committed.records.get('shape:a')?.get('geometry')).toEqual(place)
})

test(`[RM26] whatever comes, moves that are put in together come to the same as each by itself (${SEEDS} seeds)`, () => {
  const seen = { accepted: 0, refused: 0, gaps: 0, moves: 0 }
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = new RandomSource(seed)
    const first = new Hand('nora', seedUpdate(), random.between(2, 1e9))
    const parts = ['a', 'b', 'c']
    first.sends((board) => parts.forEach((part, at) => putRecord(board, step(part, { index: `a${at + 1}` }))))
    const start = Y.encodeStateAsUpdate(first.board.doc)
    const hands = ['nora', 'ben', 'eva'].map((name) => new Hand(name, start, random.between(2, 1e9)))
    const room = roomOf(first.board)
    /** Everything that was accepted, one after the other. */
    const truth = new BoardDocument(new Y.Doc())
    Y.applyUpdate(truth.doc, start)
    const lying = new Set<Hand>()
    const sent: { readonly update: Uint8Array; readonly by: Author }[] = []
    const store = (): void => {
      if (room.takeBatch() !== null) room.commit()
    }
    for (let frame = 0; frame < FRAMES; frame += 1) {
      const hand = random.pick(hands)
      const part = random.pick(parts)
      const geometry = [random.between(0, 9), frame, 0, 20, 20]
      const choice = random.below(20)
      const index = truth.records.get('shape:a')?._map.get('index')
      const taken = index === undefined ? [] : [index.id]
      const now = hand.board.records.get(`shape:${part}`)?._map.get('geometry')
      const updates =
        choice < 13
          ? hand.set(part, 'geometry', geometry)
          : choice === 13
            ? hand.sends((board) => removeRecord(board, ShapeId.parse(`shape:${part}`)))
            : choice === 14
              ? hand.sends((board) => putRecord(board, step(part, { geometry })))
              : choice === 15
                ? hand.set(part, 'opacity', random.below(2) / 2)
                : choice === 16
                  ? hand.set(part, 'geometry', geometry).slice(1)
                  : now === undefined
                    ? []
                    : [
                        forgedUpdate(
                          behind(hand, now, choice === 18 ? [0, 0, 0, -1, 1] : geometry),
                          choice === 19 ? [now.id] : taken,
                          choice === 17,
                        ),
                      ]
      const again = random.below(10) === 0 ? [random.pick([...sent, null])] : []
      for (const each of [...updates.map((update) => ({ update, by: hand.author })), ...again]) {
        if (each === null) continue
        // A room that has just been loaded tries each.
        const alone = roomOf(truth, room.claims.all())
        const expected = kindOf(alone.accept(each.update, each.by))
        alone.destroy()
        const before = room.acceptedMark
        const got = kindOf(room.accept(each.update, each.by))
        expect([seed, frame, got]).toEqual([seed, frame, expected])
        if (got === 'accepted') Y.applyUpdate(truth.doc, each.update)
        if (got === 'accepted') sent.push(each)
        seen.accepted += room.acceptedMark - before
        seen.gaps += got === 'gap' ? 1 : 0
        seen.refused += got === 'invalid-content' ? 1 : 0
        seen.moves += choice < 13 && got === 'accepted' ? 1 : 0
      }
      if (random.below(6) === 0) store()
      if (random.below(12) === 0 && room.takeBatch() !== null) room.fail()
      if (random.below(20) === 0 && room.takeBatch() !== null) {
        room.fail()
        room.takeRecovery(room.sequence + 3)
        room.commit()
        expect([room.hasUnsaved, room.committedMark]).toEqual([false, room.acceptedMark])
      }
      if (choice >= 17) lying.add(hand)
      // Under the ids of who forged something stands what she does not know of: she hears nothing more, and begins again.
      if (random.below(4) === 0 && !lying.has(hand))
        Y.applyUpdate(hand.board.doc, Y.encodeStateAsUpdate(room.committed.doc))
      // As does who was refused or left something out: as a new tab, from what is stored.
      if (random.below(8) === 0) {
        store()
        hands[hands.indexOf(hand)] = new Hand(
          hand.author.participantId.slice(3),
          Y.encodeStateAsUpdate(room.committed.doc),
          random.between(2, 1e9),
        )
      }
    }
    store()
    expect([room.unsavedBytes, room.committedMark]).toEqual([0, room.acceptedMark])
    expect(room.committed.records.toJSON()).toEqual(truth.records.toJSON())
    expect(Y.encodeStateVector(room.committed.doc)).toEqual(Y.encodeStateVector(truth.doc))
    expect(Y.encodeStateVector(truth.doc)).toEqual(room.acceptedState())
  }
  expect(seen.moves).toBeGreaterThan(SEEDS * FRAMES * 0.2)
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(SEEDS)
})
