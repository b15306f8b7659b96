import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { AddedItems } from './AddedItems.ts'
import { defaultLimits } from './limits.ts'
import { readUpdate } from './readUpdate.ts'
import { ShiftWork } from './ShiftWork.ts'
import { copyOf } from './storedDocument.ts'
import { checkUpdate } from './updateCheck.ts'

const SEEDS = 300
const ROUNDS = 25
const clients = [11, 12, 13]

interface Range {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/** An update that holds nothing but deletions. */
function deletionsOf(ranges: readonly Range[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const byClient = Map.groupBy(ranges, ({ client }) => client)
  const numbers = [0, byClient.size]
  for (const [client, own] of byClient) {
    numbers.push(client, own.length, ...own.flatMap(({ clock, length }) => [clock, length]))
  }
  for (const number of numbers) encoder.writeLen(number)
  return encoder.toUint8Array()
}

function workOf(update: Uint8Array, doc: Y.Doc): ShiftWork {
  const { structs, ds } = readUpdate(update, defaultLimits)
  const isNew = (struct: Y.Item | Y.GC | Y.Skip): struct is Y.Item =>
    struct instanceof Y.Item && struct.id.clock >= Y.getState(doc.store, struct.id.client)
  const work = new ShiftWork(new AddedItems(structs.filter(isNew)), doc, new Map())
  for (const [client, ranges] of ds.clients) for (const { clock, len } of ranges) work.remove(client, clock, len)
  return work
}

function structsIn({ store }: Y.Doc): number {
  return [...store.clients.values()].reduce((sum, { length }) => sum + length, 0)
}

/** Takes an update in and counts how many places are shifted for it, of those that there were: what it brings is little in any case. */
function shiftsOf(update: Uint8Array, doc: Y.Doc): number {
  let shifts = 0
  const lists = [...doc.store.clients.values()]
  for (const list of lists) {
    const last = list.length - 1
    Object.defineProperty(list, 'splice', {
      configurable: true,
      value: (start: number, ...others: [number, ...(Y.Item | Y.GC)[]]) => {
        shifts += Math.max(0, Math.min(last, list.length) - start)
        return Array.prototype.splice.call(list, start, ...others)
      },
    })
  }
  Y.applyUpdate(doc, update)
  for (const list of lists) Reflect.deleteProperty(list, 'splice')
  return shifts
}

/** Somebody writes in texts and sets fields, some edits long; returns them as one update. */
function edited(doc: Y.Doc, client: number, random: RandomSource): Uint8Array {
  const mine = new Y.Doc()
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc))
  mine.clientID = client
  const before = Y.encodeStateVector(mine)
  const cards = mine.getMap<Y.Map<unknown>>('cards')
  const turns = random.between(1, 12)
  const isOneGo = random.below(2) === 0
  const edit = (): void => {
    const key = `c${random.below(4)}`
    const card = cards.get(key)
    if (card === undefined || random.below(15) === 0) {
      const made = new Y.Map<unknown>()
      made.set('title', new Y.Text('Bellen met het loket'))
      for (const field of ['geometry', 'index', 'opacity']) made.set(field, 0)
      cards.set(key, made)
      return
    }
    if (random.below(20) === 0) return cards.delete(key)
    const title = card.get('title')
    const what = random.below(3)
    if (what === 0) card.set(random.pick(['geometry', 'opacity']), random.below(1000))
    else if (title instanceof Y.Text && (what === 1 || title.length < 4))
      title.insert(random.below(title.length + 1), 'abc'.slice(0, random.between(1, 3)))
    else if (title instanceof Y.Text) title.delete(random.below(title.length - 2), random.between(1, 2))
  }
  const all = (): void => {
    for (let turn = 0; turn < turns; turn += 1) edit()
  }
  if (isOneGo) mine.transact(all)
  else all()
  return Y.encodeStateAsUpdate(mine, before)
}

/** Deletes here and there, as no program of ours would. */
function hacked(doc: Y.Doc, random: RandomSource): Uint8Array {
  const ranges = Array.from({ length: random.between(1, 20) }, () => {
    const client = random.pick(clients)
    const state = Y.getState(doc.store, client)
    const clock = random.below(Math.max(1, state))
    return { client, clock, length: random.between(1, Math.max(1, Math.min(8, state - clock))) }
  }).filter(({ client, clock, length }) => clock + length <= Y.getState(doc.store, client))
  return deletionsOf(ranges)
}

test(`[RM11, F08] what an update shifts, and how many structs there are then, is told beforehand (${SEEDS} seeds)`, () => {
  const sums = { shifts: 0, told: 0, structs: 0, toldStructs: 0 }
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const random = new RandomSource(seed)
    const doc = new Y.Doc()
    let earlier = doc
    for (let round = 0; round < ROUNDS; round += 1) {
      if (random.below(4) === 0) earlier = copyOf(doc)
      const update = random.pick([
        () => hacked(doc, random),
        () => edited(doc, random.pick(clients), random),
        () => edited(doc, random.pick(clients), random),
        // Somebody new, who has not heard of what others did meanwhile.
        () => edited(earlier, 100 + round, random),
      ])()
      const work = workOf(update, doc)
      const told = { shifts: work.shifts(), structs: readUpdate(update, defaultLimits).structs.length + work.cuts }
      const before = structsIn(doc)
      const shifts = shiftsOf(update, doc)
      const structs = structsIn(doc) - before
      // Once in a hundred times a little more is joined.
      expect([seed, round, shifts <= 1.5 * told.shifts + 20, structs <= told.structs]).toEqual([
        seed,
        round,
        true,
        true,
      ])
      sums.shifts += shifts
      sums.told += told.shifts
      sums.structs += Math.max(0, structs)
      sums.toldStructs += told.structs
    }
  }
  // From above, but not from far above.
  expect(sums.told / sums.shifts).toBeGreaterThan(1)
  expect(sums.told / sums.shifts).toBeLessThan(5)
  expect(sums.toldStructs / sums.structs).toBeLessThan(4)
})

/** One client's list: two texts that were written in turns, so that nothing in it is joined, behind one text in one piece. */
function longList(structs: number): { readonly doc: Y.Doc; readonly client: number } {
  const doc = new Y.Doc()
  const texts = ['whole', 'one', 'other'].map((name) => doc.getText(name))
  texts[0]?.insert(0, 'x'.repeat(20_000))
  for (let at = 0; at < structs; at += 1) texts[1 + (at % 2)]?.insert(0, 'y')
  return { doc, client: doc.clientID }
}

test('[RM11, F08] thousands of cuts in front of a long list are refused before they cost seconds; a few, or in a short one, are taken', () => {
  const cut = (count: number, { client }: { client: number }): Uint8Array =>
    deletionsOf(Array.from({ length: count }, (_, at) => ({ client, clock: 1 + 2 * at, length: 1 })))
  const long = longList(200_000)
  expect(checkUpdate(cut(3000, long), long.doc, defaultLimits)).toMatchObject({
    kind: 'refused',
    detail: expect.stringMatching(/^shifts: /),
  })
  expect(checkUpdate(cut(100, long), long.doc, defaultLimits)).toMatchObject({ kind: 'new', structs: 200 })
  const short = longList(1000)
  expect(checkUpdate(cut(3000, short), short.doc, defaultLimits)).toMatchObject({ kind: 'new', structs: 6000 })
})

test('[RM11, F08] deletions that lead over the same again and again are refused; an honest answer leads over everything once', () => {
  const { doc, client } = longList(100_000)
  const all = { client, clock: 0, length: Y.getState(doc.store, client) }
  Y.applyUpdate(doc, deletionsOf([{ ...all, clock: 1, length: all.length - 1 }]))
  const again = deletionsOf(Array.from({ length: 10_000 }, () => all))
  expect(checkUpdate(again, doc, defaultLimits)).toMatchObject({
    kind: 'refused',
    detail: expect.stringMatching(/^deletions: \d+ steps$/),
  })
  expect(checkUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(doc)), doc, defaultLimits).kind).toBe('nothing')
})

test('[RM11, F08] deletions that lead over what the frame itself brings again and again are refused', () => {
  const frame = (structs: number, ranges: number): Uint8Array => {
    const encoder = new Y.UpdateEncoderV1()
    for (const number of [1, structs]) encoder.writeLen(number)
    encoder.writeClient(77)
    encoder.writeLen(0)
    for (let at = 0; at < structs; at += 1) new Y.GC(Y.createID(77, at), 1).write(encoder, 0)
    for (const number of [1, 77, ranges]) encoder.writeLen(number)
    for (let at = 0; at < ranges; at += 1) for (const number of [0, structs]) encoder.writeLen(number)
    return encoder.toUint8Array()
  }
  expect(checkUpdate(frame(1000, 1000), new Y.Doc(), defaultLimits).kind).toBe('new')
  expect(checkUpdate(frame(10_000, 10_000), new Y.Doc(), defaultLimits)).toMatchObject({
    kind: 'refused',
    detail: expect.stringMatching(/^deletions: \d+ steps$/),
  })
})

test('[RM11, F08] who takes away all of a board that people worked on for long is not refused for it', () => {
  const mine = new Y.Doc()
  const cards = mine.getMap<Y.Map<unknown>>('records')
  const keys = Array.from({ length: 1000 }, (_, at) => `c${at}`)
  const each = (edit: (card: Y.Map<unknown>) => void): void => {
    for (const key of keys) {
      const card = cards.get(key)
      if (card !== undefined) edit(card)
    }
  }
  mine.transact(() => {
    for (const key of keys) cards.set(key, new Y.Map<unknown>([['title', new Y.Text('Bellen met het loket')]]))
  })
  for (let round = 0; round < 6; round += 1) {
    each((card) => {
      const title = card.get('title')
      if (title instanceof Y.Text && round % 2 === 0) title.insert(round, 'abc')
      else if (title instanceof Y.Text) title.delete(round, 2)
    })
  }
  // A selection of them all, moved for some seconds.
  for (let at = 0; at < 30; at += 1) mine.transact(() => each((card) => card.set('geometry', [at, 0])))
  const doc = copyOf(mine)
  const before = Y.encodeStateVector(mine)
  mine.transact(() => keys.forEach((key) => cards.delete(key)))
  expect(checkUpdate(Y.encodeStateAsUpdate(mine, before), doc, defaultLimits).kind).toBe('new')
})
