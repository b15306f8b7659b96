import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard, type BoardSnapshot } from '@samenreis/model/document/read'
import { putRecord } from '@samenreis/model/document/write'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { randomBoard } from '@samenreis/model/testing/randomBoard'
import { WorkshopSteps } from '@samenreis/model/testing/WorkshopSteps'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { LiveSnapshot, type Later } from './LiveSnapshot.ts'

/** Gathers until the test says that it has been long enough. */
function byHand(): { readonly later: Later; readonly go: () => void; readonly waiting: () => number } {
  const acts = new Set<() => void>()
  return {
    later: (act) => {
      acts.add(act)
      return () => acts.delete(act)
    },
    go: () => {
      const due = [...acts]
      acts.clear()
      for (const act of due) act()
    },
    waiting: () => acts.size,
  }
}

function filledBoard(random: RandomSource, size = 60): BoardDocument {
  const board = new BoardDocument(new Y.Doc())
  board.transact(() => {
    for (const record of randomBoard(random, size)) putRecord(board, record)
  }, 'test')
  return board
}

const plain = ({ records, quarantined }: BoardSnapshot) => ({
  records: Object.fromEntries(records),
  quarantined: quarantined.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
})

describe('a board that is followed', () => {
  for (const seed of [1, 2, 3, 4, 5, 6]) {
    test(`[WV1] it is the board as it stands, and what did not change is the same object (seed ${seed})`, () => {
      const random = new RandomSource(seed)
      const board = filledBoard(random)
      const hand = byHand()
      const live = new LiveSnapshot(board, hand.later)
      const stop = live.subscribe(() => undefined)
      const people = new WorkshopSteps(random)
      let kept = 0
      for (let round = 0; round < 40; round++) {
        const before = live.get()
        const touched = new Set<string>()
        const note = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
          for (const event of events) {
            if (event.path.length > 0) touched.add(String(event.path[0]))
            else for (const id of event.keys.keys()) touched.add(id)
          }
        }
        board.records.observeDeep(note)
        for (let step = random.between(1, 4); step > 0; step--) people.take(board, 'someone')
        board.records.unobserveDeep(note)
        hand.go()
        expect(plain(live.get())).toEqual(plain(readBoard(board)))
        for (const [id, record] of live.get().records) {
          if (touched.has(id)) continue
          expect(record).toBe(before.records.get(id))
          kept++
        }
      }
      expect(kept).toBeGreaterThan(500)
      stop()
    })
  }

  test('[WV1] whoever keeps up with the changes alone has the same board', () => {
    const random = new RandomSource(9)
    const board = filledBoard(random)
    const hand = byHand()
    const live = new LiveSnapshot(board, hand.later)
    const kept = new Map(live.get().records)
    live.changes.subscribe((changes) => {
      for (const [id, record] of changes) {
        if (record === null) kept.delete(id)
        else kept.set(id, record)
      }
    })
    const people = new WorkshopSteps(random)
    for (let round = 0; round < 20; round++) {
      // Now and then nobody looks for a while.
      const stop = live.subscribe(() => undefined)
      for (let step = 0; step < 5; step++) people.take(board, 'someone')
      hand.go()
      expect(Object.fromEntries(kept)).toEqual(Object.fromEntries(readBoard(board).records))
      stop()
      people.take(board, 'someone')
    }
  })

  test('[WV1] a record that cannot be read is set aside, and comes back when it can', () => {
    const board = filledBoard(new RandomSource(7), 20)
    const hand = byHand()
    const live = new LiveSnapshot(board, hand.later)
    live.subscribe(() => undefined)
    const [id] = [...live.get().records.keys()].filter((each) => each.startsWith('shape:'))
    if (id === undefined) throw new Error('No shape')
    const fields = board.records.get(id)
    const geometry = fields?.get('geometry')
    fields?.set('geometry', 'nowhere')
    hand.go()
    expect(live.get().records.has(id)).toBe(false)
    expect(live.get().quarantined.map((each) => each.id)).toEqual([id])
    fields?.set('geometry', geometry ?? null)
    hand.go()
    expect(live.get().records.has(id)).toBe(true)
    expect(live.get().quarantined).toEqual([])
  })

  test('[WV1] many changes are told once, none is told to nobody, and listening again catches up', () => {
    const random = new RandomSource(8)
    const board = filledBoard(random)
    const hand = byHand()
    const live = new LiveSnapshot(board, hand.later)
    const told = vi.fn<() => void>()
    const stop = live.subscribe(told)
    const people = new WorkshopSteps(random)
    for (let step = 0; step < 10; step++) people.take(board, 'someone')
    expect(hand.waiting()).toBe(1)
    hand.go()
    expect(told).toHaveBeenCalledTimes(1)
    people.take(board, 'someone')
    stop()
    expect(hand.waiting()).toBe(0)
    people.take(board, 'someone')
    expect(hand.waiting()).toBe(0)
    live.subscribe(told)
    expect(plain(live.get())).toEqual(plain(readBoard(board)))
  })
})
