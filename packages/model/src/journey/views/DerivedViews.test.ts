import { describe, expect, test } from 'vitest'
import type { RecordId, ShapeId } from '../../ids/recordId.ts'
import type { BoardRecord } from '../../records/recordKinds.ts'
import { id, plainBoard, plainJourney, record, type PlainShape } from '../../testing/plainBoard.ts'
import { burden } from './burden.ts'
import { DerivedViews } from './DerivedViews.ts'
import { gapView } from './gapView.ts'
import { defineView, type View } from './View.ts'

const shapes: Readonly<Record<string, PlainShape>> = {
  ...plainJourney('j', ['a b', 'c d'], { a: { channel: 'letter', waitDays: 2 } }),
  card: { type: 'card', kind: 'need', parentId: id('j'), geometry: [410, 700, 0, 100, 100] },
}
const j = id('j')

function edited(unique: string, fields: object): [RecordId, BoardRecord][] {
  return [[id(unique), record(id(unique), { type: 'idea', ...shapes[unique], ...fields })]]
}

/** The view, and how often it was computed. */
function counted<Args extends readonly ShapeId[], Result>(view: View<Args, Result>) {
  const times = { computed: 0 }
  const compute: typeof view.compute = (board, ...args) => {
    times.computed += 1
    return view.compute(board, ...args)
  }
  return { view: { ...view, compute }, times }
}

describe('[JV302] a view is not computed again', () => {
  const unread: readonly [string, [RecordId, BoardRecord | null][]][] = [
    ['when a field changes that it does not read', edited('a', { title: 'Bellen', description: 'Lang' })],
    ['when a kind changes that it does not read', edited('card', { text: 'Ik heb behoefte aan rust' })],
    ['when a card moves inside its cell', edited('card', { geometry: [430, 640, 0, 100, 140] })],
    ['when a step moves and keeps its order', edited('a', { geometry: [20, 70, 0, 100, 100] })],
    ['when the journey moves with all that is in it', edited('j', { geometry: [400, 400, 0, 800, 900] })],
    ['when a card comes that it does not read', edited('new', { type: 'card', kind: 'quote' })],
    ['when a card goes that it does not read', [[id('card'), null]]],
    ['when a record is given again as it is', edited('a', {})],
  ]

  test.each(unread)('%s', (_when, changes) => {
    const { view, times } = counted(burden)
    const views = new DerivedViews(plainBoard(shapes))
    const before = views.read(view, j)
    views.apply(changes)
    expect(views.read(view, j)).toBe(before)
    expect(times.computed).toBe(1)
  })

  const read: readonly [string, [RecordId, BoardRecord | null][]][] = [
    ['a field that it reads', edited('a', { waitDays: 5 })],
    ['a step that goes to another column and past others', edited('a', { geometry: [750, 60, 0, 100, 100] })],
    ['a step that is gone', [[id('b'), null]]],
    ['an organisation that comes', edited('k', { type: 'actor' })],
  ]

  test.each(read)('but it is for %s', (_what, changes) => {
    const { view, times } = counted(burden)
    const views = new DerivedViews(plainBoard(shapes))
    views.read(view, j)
    views.apply(changes)
    views.read(view, j)
    views.read(view, j)
    expect(times.computed).toBe(2)
  })
})

test('[JV302] what people felt is not computed again when a card goes to another cell, but it is when a curve changes', () => {
  const { view, times } = counted(gapView)
  const curve = { type: 'curve', voice: 'client', parentId: j, journeyId: j, points: { [id('a')]: 1 } }
  const views = new DerivedViews([...plainBoard({ ...shapes, curve })])
  views.read(view, j)
  views.apply(edited('card', { geometry: [10, 700, 0, 100, 100] }))
  views.read(view, j)
  expect(times.computed).toBe(1)
  views.apply([[id('curve'), record(id('curve'), { ...curve, points: { [id('a')]: 2 } })]])
  views.read(view, j)
  expect(times.computed).toBe(2)
})

test('[JV302] a result that comes out the same is the same object', () => {
  const views = new DerivedViews(plainBoard(shapes))
  const before = views.read(burden, j)
  views.apply(edited('a', { friction: ['travel'] }))
  expect(views.read(burden, j)).toBe(before)
  views.apply(edited('a', { friction: ['travel', 'retell_story'] }))
  expect(views.read(burden, j)).not.toBe(before)
  expect(views.read(burden, j).toldAgain.stepIds).toEqual([id('a')])
})

test('[JV302] each journey has an answer of its own', () => {
  const views = new DerivedViews(plainBoard({ ...shapes, ...plainJourney('k', ['x', '']) }))
  expect([views.read(burden, j).steps.count, views.read(burden, id('k')).steps.count]).toEqual([4, 1])
})

describe('[JV303] whoever listens to a view', () => {
  test('is called when it may tell something else, and never for what it does not read', () => {
    const views = new DerivedViews(plainBoard(shapes))
    let calls = 0
    const stop = views.subscribe(burden, [j], () => (calls += 1))
    views.read(burden, j)
    views.apply(edited('a', { title: 'Bellen' }))
    views.apply(edited('card', { geometry: [430, 640, 0, 100, 140] }))
    expect(calls).toBe(0)
    views.apply(edited('a', { title: 'Bellen', waitDays: 9 }))
    expect(calls).toBe(1)
    expect(views.read(burden, j).waiting.days).toBe(9)
    stop()
    views.apply(edited('a', { waitDays: 1 }))
    expect(calls).toBe(1)
  })

  test('reads what is there now while being called, and is called once for many changes', () => {
    const views = new DerivedViews(plainBoard(shapes))
    const seen: number[] = []
    views.subscribe(burden, [j], () => seen.push(views.read(burden, j).waiting.days))
    views.read(burden, j)
    views.apply([...edited('a', { waitDays: 3 }), ...edited('b', { waitDays: 4 })])
    expect(seen).toEqual([7])
  })

  test('ends alone: the same function may listen twice', () => {
    const views = new DerivedViews(plainBoard(shapes))
    let calls = 0
    const listener = (): void => void (calls += 1)
    const stop = views.subscribe(gapView, [j], listener)
    views.subscribe(gapView, [j], listener)
    stop()
    views.apply(edited('curve', { type: 'curve', journeyId: j }))
    expect(calls).toBe(1)
  })
})

test('[JV302] a view that throws once is asked again', () => {
  let isBroken = true
  const view = defineView({
    name: 'broken',
    reads: { outline: [], links: false, fields: { actor: [] } },
    compute: (): string => {
      if (isBroken) throw new Error('once')
      return 'whole'
    },
  })
  const views = new DerivedViews(plainBoard(shapes))
  expect(() => views.read(view)).toThrow('once')
  isBroken = false
  expect(views.read(view)).toBe('whole')
})
