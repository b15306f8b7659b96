import { expect, test } from 'vitest'
import { id, ids, named, plainBoard, plainJourney, type PlainShape } from '../../testing/plainBoard.ts'
import { compareJourneys } from './compareJourneys.ts'
import { viewOf } from '../../testing/viewOf.ts'
import { paperAgainstPractice } from './paperAgainstPractice.ts'

type Fields = Readonly<Record<string, object>>

/** A journey on paper above a lived one. */
function two(
  paper: readonly [string, string],
  lived: readonly [string, string],
  fields: Fields,
  more: Readonly<Record<string, PlainShape>> = {},
) {
  return plainBoard({
    ...plainJourney('paper', paper, fields, { kind: 'shadow' }),
    ...plainJourney('lived', lived, fields, { geometry: [0, 2000, 0, 800, 900] }),
    ...more,
  })
}
const told = (board: ReturnType<typeof two>) => viewOf(board, paperAgainstPractice, id('paper'), id('lived'))
const matches = (board: ReturnType<typeof two>) =>
  told(board).matches.map(
    ({ paperStepId, livedStepIds, by }) => `${named([paperStepId])} = ${named(livedStepIds)} ${by}`,
  )
const same = (as: string) => ({ sameAs: id(as) })

test('[JV112] the same step is said by either of the two, in any phase and whatever the words', () => {
  const board = two(['a b', ''], ['x', 'y z'], { a: same('z'), x: same('b'), y: { title: 'Bellen' } })
  expect(matches(board)).toEqual(['a = z sameAs', 'b = x sameAs'])
  expect(named(told(board).added)).toBe('y')
})

test('[JV112] a step that was lived twice is one match; a lived step is part of one match', () => {
  expect(matches(two(['a b', ''], ['x y', 'z'], { x: same('a'), z: same('a') }))).toEqual(['a = x z sameAs'])
  const claimed = two(['a b', ''], ['x', ''], { a: same('x'), b: same('x') })
  expect(matches(claimed)).toEqual(['a = x sameAs'])
  expect(named(told(claimed).missing)).toBe('b')
})

test('[JV112] twins of twins are the same step, by way of another journey; nothing goes by way of a step that is gone', () => {
  const between = plainJourney('between', ['m', ''], { m: same('a') }, { geometry: [0, 4000, 0, 800, 900] })
  expect(matches(two(['a', ''], ['x', ''], { x: same('m') }, between))).toEqual(['a = x sameAs'])
  expect(matches(two(['a', ''], ['x', ''], { x: same('gone'), a: same('gone') }))).toEqual([])
})

test('[JV112] without that, steps of the same phase with words alike, the most alike first', () => {
  const words = {
    a: { title: 'Bellen met de gemeente' },
    b: { title: 'Brief krijgen' },
    x: { title: 'Bellen met mijn gemeente' },
    y: { title: 'Bellen met gemeente' },
    z: { title: 'Een brief krijgen' },
  }
  expect(matches(two(['a b', ''], ['x y', 'z'], words))).toEqual(['a = y alike'])
  expect(matches(two(['a', 'b'], ['x y', 'z'], words))).toEqual(['a = y alike', 'b = z alike'])
})

test('[JV112] steps without words are like nothing', () => {
  expect(matches(two(['a', ''], ['x', ''], {}))).toEqual([])
})

test('[JV112] in another order are as few as possible; of two that changed places, the one that came later', () => {
  const fields = { a: same('z'), b: same('x'), c: same('y'), d: same('w') }
  const moved = told(two(['a b', 'c d'], ['x y', 'z w'], fields)).otherOrder
  expect(moved.map(({ paperStepId, moved: how }) => `${named([paperStepId])} ${how}`)).toEqual(['a later'])
  const back = told(
    two(['a b', 'c d'], ['x y', 'z w'], { a: same('y'), b: same('z'), c: same('w'), d: same('x') }),
  ).otherOrder
  expect(back.map(({ paperStepId, moved: how }) => `${named([paperStepId])} ${how}`)).toEqual(['d earlier'])
  const inOrder = { a: same('x'), b: same('y'), c: same('z') }
  expect(told(two(['a b', 'c d'], ['x y', 'z w'], inOrder)).otherOrder).toEqual([])
})

test('[JV112] waiting with a step of its own belongs to the match after it, on either side', () => {
  const fields = {
    a: same('x'),
    c: same('z'),
    b: { waitDays: 7 },
    z: { waitDays: 1 },
    y: { waitDays: 20 },
    d: { waitDays: 3 },
  }
  const { otherWaiting, paperDays, livedDays } = told(two(['a b', 'c d'], ['x y', 'z'], fields))
  expect(otherWaiting).toEqual([
    {
      paperStepId: id('c'),
      livedStepIds: ids('z'),
      paper: { days: 7, stepIds: ids('b') },
      lived: { days: 21, stepIds: ids('y z') },
      difference: 14,
    },
  ])
  expect([paperDays, livedDays]).toEqual([10, 21])
})

test('[JV112] another channel is told where both are known', () => {
  const fields = {
    a: { ...same('x'), channel: 'phone' },
    b: { ...same('y'), channel: 'phone' },
    c: { ...same('z'), channel: 'phone' },
    x: { channel: 'letter' },
    y: { channel: 'phone' },
  }
  expect(told(two(['a b', 'c'], ['x y', 'z'], fields)).otherChannel).toEqual([
    { paperStepId: id('a'), livedStepId: id('x'), paper: 'phone', lived: 'letter' },
  ])
})

test('[JV112, JV113] own phases go by their words', () => {
  const own = (title: string) => ({ type: 'phase', key: 'custom', title })
  const column = (parent: string, at: number, title: string) => ({
    ...own(title),
    parentId: id(parent),
    geometry: [at * 400, 0, 0, 400, 48],
  })
  const board = two(
    ['a', 'b'],
    ['x', 'y'],
    { a: { title: 'Bellen' }, y: { title: 'Bellen', waitDays: 4 } },
    {
      'paper-p1': column('paper', 0, 'Op weg'),
      'paper-p2': column('paper', 1, 'Thuis'),
      'lived-p1': column('lived', 0, 'Wachten'),
      'lived-p2': column('lived', 1, 'op  weg'),
    },
  )
  expect(matches(board)).toEqual(['a = y alike'])
  const { phases } = viewOf(board, compareJourneys, id('paper'), id('lived'))
  expect(
    phases.map(({ first, second }) => `${named(first.phaseIds)} | ${named(second.phaseIds)} ${second.waitDays}`),
  ).toEqual(['paper-p1 | lived-p2 4', 'paper-p2 |  0', ' | lived-p1 0'])
})

test('[JV112] a journey that is gone leaves everything missing, or added', () => {
  const board = two(['a b', ''], ['x', ''], {})
  expect(named(viewOf(board, paperAgainstPractice, id('paper'), id('gone')).missing)).toBe('a b')
  expect(named(viewOf(board, paperAgainstPractice, id('gone'), id('lived')).added)).toBe('x')
})
