import { expect, test } from 'vitest'
import { id, named, plainBoard, plainJourney, record } from '../../testing/plainBoard.ts'
import { viewOf } from '../../testing/viewOf.ts'
import { needsAndIdeas } from './needsAndIdeas.ts'
import { stepsWithoutNeed } from './stepsWithoutNeed.ts'

const need = { type: 'card', kind: 'need' }
const idea = { type: 'idea' }
const told = (shapes: Parameters<typeof plainBoard>[0], links: readonly string[]) => {
  const { needsWithoutIdea, ideasWithoutNeed, needs, ideas } = viewOf(plainBoard(shapes, links), needsAndIdeas)
  return `${named(needsWithoutIdea)} | ${named(ideasWithoutNeed)} | ${needs} ${ideas}`
}

test('[JV107] a link in either direction counts, and so does one pain point in between', () => {
  const shapes = { n: need, m: need, o: need, i: idea, k: idea, l: idea, p: { type: 'pain-point' } }
  expect(told(shapes, ['i>n', 'm>k'])).toBe('o | l | 3 3')
  expect(told(shapes, ['n>p', 'm>p', 'i>p', 'o>k'])).toBe(' | l | 3 3')
})

test('[JV107] two pain points in between are too far, and so are a step, a persona or the same place', () => {
  const shapes = {
    n: need,
    i: idea,
    p: { type: 'pain-point' },
    q: { type: 'pain-point' },
    t: { type: 'touchpoint' },
    r: { type: 'persona' },
  }
  expect(told(shapes, ['n>p', 'q>p', 'i>q', 'n>t', 'i>t', 'n>r', 'i>r'])).toBe('n | i | 1 1')
})

test('[JV107] other cards are no needs', () => {
  expect(told({ q: { type: 'card', kind: 'quote' }, i: idea }, ['q>i'])).toBe(' | i | 0 1')
})

test('[JV107] merged ideas count as one, with the links of all; a merge in a circle is none', () => {
  const shapes = { n: need, a: { ...idea, mergedInto: id('b') }, b: { ...idea, mergedInto: id('c') }, c: idea }
  expect(told(shapes, ['a>n'])).toBe(' |  | 1 1')
  const circle = {
    n: need,
    a: { ...idea, mergedInto: id('b') },
    b: { ...idea, mergedInto: id('a') },
    c: { ...idea, mergedInto: id('gone') },
  }
  expect(told(circle, ['a>n'])).toBe(' | b c | 1 3')
})

test('[JV107] a dropped idea answers nothing and needs no need', () => {
  expect(told({ n: need, i: { ...idea, status: 'dropped' } }, ['i>n'])).toBe('n |  | 1 0')
  const merged = { n: need, a: { ...idea, mergedInto: id('b') }, b: { ...idea, status: 'dropped' } }
  expect(told(merged, ['a>n'])).toBe('n |  | 1 0')
})

test('[JV107] an arrow that holds on at both ends is a link too', () => {
  const ends = (['start', 'end'] as const).map((terminal) =>
    record(`binding:${terminal}`, {
      type: 'arrow',
      fromId: id('arrow'),
      toId: id(terminal === 'start' ? 'n' : 'i'),
      terminal,
    }),
  )
  const board = plainBoard({ n: need, i: idea, arrow: { type: 'arrow' } })
  expect(viewOf([...board, ...ends], needsAndIdeas).needsWithoutIdea).toEqual([])
  expect(viewOf([...board, ...ends.slice(1)], needsAndIdeas).needsWithoutIdea).toEqual([id('n')])
})

test('[JV114] a need on the step, or on a pain point of the step', () => {
  const shapes = {
    ...plainJourney('j', ['a b', 'c d']),
    n: need,
    m: need,
    p: { type: 'pain-point' },
    q: { type: 'card', kind: 'quote' },
  }
  const links = ['n>a', 'm>p', 'p>c', 'q>d']
  expect(viewOf(plainBoard(shapes, links), stepsWithoutNeed, id('j'))).toEqual({
    stepIds: [id('b'), id('d')],
    steps: 4,
  })
})
