import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { forgedUpdate } from '../testing/forgedUpdate.ts'
import { step } from '../testing/step.ts'
import { AddedItems } from './AddedItems.ts'
import { ItemHomes } from './ItemHomes.ts'
import { defaultLimits } from './limits.ts'
import { checkUpdate } from './updateCheck.ts'

const card = ShapeId.parse('shape:a')
const any = (value: unknown): Y.ContentAny => new Y.ContentAny([value])

/** A board with one card, whose title was typed and whose place was set twice, one time after the other. */
function oneCard(): { readonly board: BoardDocument; readonly title: Y.Text; readonly place: Y.Item } {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  board.transact(() => putRecord(board, step('a', { title: 'Bellen' })), 'test')
  board.transact(() => changeRecord(board, card, { geometry: [1, 2, 0, 200, 150] }), 'test')
  const fields = board.records.get(card)
  const title = fields?.get('title')
  const place = fields?._map.get('geometry')
  if (!(title instanceof Y.Text) || place === undefined) throw new Error('The card is not whole')
  return { board, title, place }
}

function judged(board: BoardDocument, item: Y.Item): unknown {
  const check = checkUpdate(forgedUpdate(item), board.doc, defaultLimits)
  return check.kind === 'refused' ? check.detail : check.kind
}

test('[RM11, F08] a value goes behind the one that it replaces and never before it, where Yjs would go through all that were', () => {
  const { board, place } = oneCard()
  const value = (origin: Y.ID | null, rightOrigin: Y.ID | null): Y.Item =>
    new Y.Item(Y.createID(7, 0), null, origin, null, rightOrigin, null, null, any([1, 1, 0, 200, 150]))
  expect(judged(board, value(place.lastId, null))).toBe('new')
  expect(judged(board, value(null, place.id))).toBe('place of a value')
  expect(judged(board, value(place.origin, place.id))).toBe('place of a value')
})

test('[RM11] characters stand in texts and values under keys, told before anything is applied', () => {
  const { board, title, place } = oneCard()
  const behind = (origin: Y.ID, content: Y.Item['content']): Y.Item =>
    new Y.Item(Y.createID(7, 0), null, origin, null, null, null, null, content)
  const last = title._start?.lastId
  if (last === undefined) throw new Error('The title is empty')
  expect(judged(board, behind(last, new Y.ContentString('!')))).toBe('new')
  expect(judged(board, behind(last, any(1)))).toBe('value in a list')
  expect(judged(board, behind(last, new Y.ContentType(new Y.Text())))).toBe('value in a list')
  expect(judged(board, behind(place.lastId, new Y.ContentString('!')))).toBe('characters as a value')
})

test('[RM11, F08] what two of one update put in the same place counts, in whatever order it is written', () => {
  const { board, title } = oneCard()
  const last = title._start?.lastId
  if (last === undefined) throw new Error('The title is empty')
  /** Characters of one person one behind the other, and of another that all claim the place in front of them. */
  const frame = (length: number, claims: number): Uint8Array => {
    const encoder = new Y.UpdateEncoderV1()
    const write = (items: readonly Y.Item[]): void => {
      const [first] = items
      if (first === undefined) return
      for (const number of [items.length, first.id.client, first.id.clock]) encoder.writeLen(number)
      for (const item of items) item.write(encoder, 0)
    }
    const character = (client: number, clock: number, origin: Y.ID): Y.Item =>
      new Y.Item(Y.createID(client, clock), null, origin, null, null, null, null, new Y.ContentString('x'))
    const long = Array.from({ length }, (_, at) => character(7, at, at === 0 ? last : Y.createID(7, at - 1)))
    const other = Array.from({ length: claims }, (_, at) =>
      character(9, at, at === 0 ? Y.createID(7, length - 1) : last),
    )
    encoder.writeLen(2)
    write(other)
    write(long)
    encoder.writeLen(0)
    return encoder.toUint8Array()
  }
  expect(checkUpdate(frame(5000, 500), board.doc, defaultLimits)).toMatchObject({ detail: 'conflicts: 500000 steps' })
  expect(checkUpdate(frame(200, 50), board.doc, defaultLimits)).toMatchObject({ kind: 'new' })
})

test('[RM11, F09] of an item whose beginning is known only the rest is applied, where that stands', () => {
  const { board, title, place } = oneCard()
  const last = title._start?.lastId
  if (last === undefined) throw new Error('The title is empty')
  const known = (text: string, origin: Y.ID): Y.Item =>
    new Y.Item(Y.createID(7, 0), null, origin, null, null, null, null, new Y.ContentString(text))
  Y.applyUpdate(board.doc, forgedUpdate(known('abc', last)))
  expect(judged(board, known('abcd', last))).toBe('new')
  expect(judged(board, known('abc', last))).toBe('nothing')
  // It says that it is a value of the place: Yjs would put it behind what it has, and take the place away for it.
  const check = checkUpdate(forgedUpdate(known('abcd', place.lastId)), board.doc, defaultLimits)
  if (check.kind !== 'new') throw new Error(check.kind)
  Y.applyUpdate(board.doc, check.update)
  expect([title.toString().length, place.deleted]).toEqual(['Bellen'.length + 4, false])
})

test('[RM11, F08] where an item stands is told along a way of any length, and of two that name each other not at all', () => {
  const { board, place } = oneCard()
  const value = (client: number, clock: number, origin: Y.ID | null, rightOrigin: Y.ID | null): Y.Item =>
    new Y.Item(Y.createID(client, clock), null, origin, null, rightOrigin, null, null, any([clock, 1, 0, 200, 150]))
  const chain = Array.from({ length: 500 }, (_, at) =>
    value(7, at, at === 0 ? place.lastId : Y.createID(7, at - 1), null),
  )
  const before = value(9, 0, null, Y.createID(7, 499))
  // Whoever comes first in the frame leads to those behind it.
  const homes = new ItemHomes(new AddedItems([before, ...chain]), board.doc)
  expect([homes.of(before)?.isKeyed, homes.othersWith(before)]).toEqual([true, 500])
  const [one, other] = [value(7, 0, Y.createID(9, 0), null), value(9, 0, Y.createID(7, 0), null)]
  const round = new ItemHomes(new AddedItems([one, other]), board.doc)
  expect([round.of(one), round.of(other)]).toEqual([null, null])
})

test('[RM11, F08] of thousands that each name themselves, or a value with a long name, no more is looked at or kept than of others', () => {
  const { board, place } = oneCard()
  let looks = 0
  const themselves = Array.from({ length: 5000 }, (_, at) => {
    const item = new Y.Item(Y.createID(7, at), null, Y.createID(7, at), null, null, null, null, any(1))
    return Object.defineProperty(item, 'origin', { get: () => ((looks += 1), Y.createID(7, at)) })
  })
  const homes = new ItemHomes(new AddedItems(themselves), board.doc)
  expect(themselves.every((item) => homes.of(item) === null)).toBe(true)
  expect(looks).toBeLessThan(3 * themselves.length)
  const { parent } = place
  if (!(parent instanceof Y.Map) || parent._item === null) throw new Error('The place is of no card')
  const value = (name: string): Y.Item =>
    new Y.Item(Y.createID(7, 0), null, null, null, null, parent._item?.id ?? null, name, any(1))
  expect(judged(board, value('x'.repeat(200)))).toBe('new')
  expect(judged(board, value('x'.repeat(201)))).toBe('length of a name')
})

test('[RM10, F03] who wrote beside his own words in a card that was taken away meanwhile is no forger', () => {
  const { board, title } = oneCard()
  const copy = (): BoardDocument => {
    const made = new BoardDocument(new Y.Doc())
    Y.applyUpdate(made.doc, Y.encodeStateAsUpdate(board.doc))
    return made
  }
  board.transact(() => title.delete(0, title.length), 'test')
  const [nora, ben] = [copy(), copy()]
  const type = (by: BoardDocument, at: number, text: string): void => {
    const own = by.records.get(card)?.get('title')
    if (!(own instanceof Y.Text)) throw new Error('There is no title')
    by.transact(() => own.insert(at, text), 'test')
  }
  // Hers does not arrive, his does; she writes between the two.
  type(nora, 0, 'P')
  type(ben, 0, 'Q')
  for (const other of [board, nora]) Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(ben.doc))
  type(nora, 1, 'R')
  board.transact(() => board.records.delete(card), 'test')
  const missed = Y.encodeStateAsUpdate(nora.doc, Y.encodeStateVector(board.doc))
  expect(checkUpdate(missed, board.doc, defaultLimits).kind).toBe('new')
})

test('[RM11, F08] between two things stands only what is where both are', () => {
  const { board, title, place } = oneCard()
  const last = title._start?.lastId
  const other = board.records.get(card)?._map.get('title')
  if (last === undefined || other === undefined) throw new Error('The title is empty')
  const between = (origin: Y.ID, rightOrigin: Y.ID): Y.Item =>
    new Y.Item(Y.createID(7, 0), null, origin, null, rightOrigin, null, null, new Y.ContentString('!'))
  expect(judged(board, between(Y.createID(last.client, last.clock - 1), last))).toBe('new')
  expect(judged(board, between(place.lastId, last))).toBe('place of an item')
  expect(judged(board, between(last, other.id))).toBe('place of an item')
})

test('[RM11, F08] claims of one person on a place in front of what he wrote himself count, too', () => {
  const { board, title } = oneCard()
  const first = title._start?.id
  if (first === undefined) throw new Error('The title is empty')
  const frame = (length: number, claims: number): Uint8Array => {
    const encoder = new Y.UpdateEncoderV1()
    const character = (clock: number, origin: Y.ID | null, rightOrigin: Y.ID): Y.Item =>
      new Y.Item(Y.createID(7, clock), null, origin, null, rightOrigin, null, null, new Y.ContentString('x'))
    const items = [
      ...Array.from({ length }, (_, at) => character(at, at === 0 ? null : Y.createID(7, at - 1), first)),
      ...Array.from({ length: claims }, (_, at) => character(length + at, null, Y.createID(7, length - 1 - at))),
    ]
    for (const number of [1, items.length, 7, 0]) encoder.writeLen(number)
    for (const item of items) item.write(encoder, 0)
    encoder.writeLen(0)
    return encoder.toUint8Array()
  }
  expect(checkUpdate(frame(12_000, 900), board.doc, defaultLimits)).toMatchObject({ detail: 'conflicts: 500000 steps' })
  expect(checkUpdate(frame(100, 20), board.doc, defaultLimits)).toMatchObject({ kind: 'new' })
})
