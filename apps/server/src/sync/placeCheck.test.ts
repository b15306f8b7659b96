import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { putRecord } from '@samenreis/model/document/write'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { forgedUpdate } from '../testing/forgedUpdate.ts'
import { step } from '../testing/step.ts'
import { defaultLimits } from './limits.ts'
import { Room, type Author } from './Room.ts'

const SEEDS = 200
const FRAMES = 12
const eva: Author = { participantId: ParticipantId.parse('pa_eva'), mayEdit: true, facilitates: false, claimsLeft: 8 }
const parts = ['a', 'b']

function titleOf({ records }: BoardDocument, part: string): Y.Text {
  const title = records.get(`shape:${part}`)?.get('title')
  if (!(title instanceof Y.Text)) throw new Error(`shape:${part} has no title`)
  return title
}

/** Two cards, of which people typed the titles. */
function typedBoard(random: RandomSource): BoardDocument {
  const board = new BoardDocument(new Y.Doc())
  board.doc.clientID = random.between(200, 1e9)
  Y.applyUpdate(board.doc, seedUpdate())
  board.transact(() => {
    for (const [at, part] of parts.entries()) {
      putRecord(board, step(part, { index: `a${at + 1}`, title: 'Bellen met het loket' }))
    }
  }, 'test')
  for (let edit = 0; edit < 10; edit += 1) {
    board.transact(() => {
      const title = titleOf(board, random.pick(parts))
      if (random.below(3) > 0) title.insert(random.below(title.length + 1), 'xy')
      else if (title.length > 3) title.delete(random.below(title.length - 2), 2)
    }, 'test')
  }
  return board
}

/** The ids of all characters that a text ever had, from the first to the last. */
function charactersOf(text: Y.Text): Y.ID[] {
  const ids: Y.ID[] = []
  for (let item = text._start; item !== null; item = item.right) {
    for (let at = 0; at < item.length; at += 1) ids.push(Y.createID(item.id.client, item.id.clock + at))
  }
  return ids
}

/** An update of one word between two characters, whatever they are. */
function wordBetween(id: Y.ID, origin: Y.ID, rightOrigin: Y.ID): Uint8Array {
  const item = new Y.Item(id, null, origin, null, rightOrigin, null, null, new Y.ContentString('woord'))
  return forgedUpdate(item)
}

test(`[RM27] wherever somebody says that his words stand, the board reads back as it is (${SEEDS} seeds)`, () => {
  const seen = { honest: 0, refused: 0, accepted: 0 }
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = new RandomSource(seed)
    const snapshot = { sequence: 1, bytes: Y.encodeStateAsUpdate(typedBoard(random).doc) }
    const stored = { epoch: 'e', snapshot, updates: [], clients: new Map(), retired: new Set<number>() }
    const room = new Room(RoomId.parse('a'.repeat(26)), stored, defaultLimits)
    /** What somebody knows who did not hear of everything yet. */
    const known = new BoardDocument(new Y.Doc())
    for (let frame = 0; frame < FRAMES; frame += 1) {
      const { doc } = room.committed
      if (frame === 0 || random.below(3) === 0) Y.applyUpdate(known.doc, Y.encodeStateAsUpdate(doc))
      const isHonest = random.below(2) === 0
      const [list, other] = random
        .shuffled(parts)
        .map((part) => charactersOf(titleOf(isHonest ? known : room.committed, part)))
      if (list === undefined || other === undefined) throw new Error('A title is gone')
      const from = random.below(list.length - 1)
      const origin = list[from]
      // The next one that he sees, any further one, an earlier one, or one of another title.
      const rightOrigin = isHonest
        ? list[from + 1]
        : random.pick(random.pick([other, list.slice(0, from + 1), list.slice(from + 1)]))
      if (origin === undefined || rightOrigin === undefined) throw new Error('A title is empty')
      const client = random.pick([101, 102])
      const id = Y.createID(client, Y.getState(doc.store, client))
      const { kind } = room.accept(wordBetween(id, origin, rightOrigin), eva)
      if (isHonest) expect([seed, frame, kind]).toEqual([seed, frame, 'accepted'])
      seen[kind === 'accepted' ? 'accepted' : 'refused'] += 1
      seen.honest += isHonest ? 1 : 0
      if (room.takeBatch() !== null) room.commit()
      expect([seed, frame, room.rescued().isVerified]).toEqual([seed, frame, true])
    }
  }
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan((SEEDS * FRAMES) / 4)
})

test('[RM27] of any two characters that two people put anywhere into a word, the board reads back as it is', () => {
  const board = new BoardDocument(new Y.Doc())
  board.doc.clientID = 61
  Y.applyUpdate(board.doc, seedUpdate())
  board.transact(() => putRecord(board, step('a', { title: 'abc' })), 'test')
  const snapshot = { sequence: 1, bytes: Y.encodeStateAsUpdate(board.doc) }
  const stored = { epoch: 'e', snapshot, updates: [], clients: new Map(), retired: new Set<number>() }
  const word = [null, ...charactersOf(titleOf(board, 'a'))]
  const title = titleOf(board, 'a')._item?.id ?? null
  const seen = { broken: 0, refused: 0, accepted: 0 }
  const put = (client: number, origin: Y.ID | null, rightOrigin: Y.ID | null): Uint8Array => {
    const parent = origin === null && rightOrigin === null ? title : null
    const content = new Y.ContentString(String(client))
    return forgedUpdate(new Y.Item(Y.createID(client, 0), null, origin, null, rightOrigin, parent, null, content))
  }
  for (const [first, second] of [
    [10, 70],
    [70, 10],
  ] as const) {
    const both = [...word, Y.createID(first, 0)]
    for (const [a, b] of word.flatMap((one) => word.map((two) => [one, two] as const))) {
      for (const [c, d] of both.flatMap((one) => both.map((two) => [one, two] as const))) {
        const room = new Room(RoomId.parse('a'.repeat(26)), stored, defaultLimits)
        const kinds = [put(first, a, b), put(second, c, d)].map((update) => room.accept(update, eva).kind)
        seen[kinds.includes('refused') ? 'refused' : 'accepted'] += 1
        if (!room.rescued().isVerified) seen.broken += 1
        room.destroy()
      }
    }
  }
  expect(seen).toMatchObject({ broken: 0 })
  expect(Math.min(seen.refused, seen.accepted)).toBeGreaterThan(50)
})

test('[RM27] hundreds of words that two people wrote in one place at the same time are taken', () => {
  const board = typedBoard(new RandomSource(1))
  const start = Y.encodeStateAsUpdate(board.doc)
  const snapshot = { sequence: 1, bytes: start }
  const stored = { epoch: 'e', snapshot, updates: [], clients: new Map(), retired: new Set<number>() }
  const room = new Room(RoomId.parse('a'.repeat(26)), stored, defaultLimits)
  for (const [name, backwards] of [
    ['nora', false],
    ['ben', true],
  ] as const) {
    const mine = new BoardDocument(new Y.Doc())
    Y.applyUpdate(mine.doc, start)
    const before = Y.encodeStateVector(mine.doc)
    // One by one, so that no two are put together.
    for (let word = 0; word < 300; word += 1) {
      mine.transact(() => titleOf(mine, 'a').insert(5 + (backwards ? 0 : word), 'w'), 'test')
      if (word % 2 === 0) mine.transact(() => titleOf(mine, 'b').insert(0, 'w'), 'test')
    }
    const author = { ...eva, participantId: ParticipantId.parse(`pa_${name}`) }
    expect(room.accept(Y.encodeStateAsUpdate(mine.doc, before), author)).toMatchObject({ kind: 'accepted' })
  }
})
