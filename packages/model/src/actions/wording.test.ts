import { expect, test } from 'vitest'
import { exampleInput } from './examples/exampleInput.ts'
import { actionOf, codesOf, extracted, idsOf, ideaAt, refsOf } from './examples/exampleResult.ts'
import { extractActions } from './extractActions.ts'
import { inOrder } from './warnings.ts'

const idea = ideaAt('i', 1400, 900)
const worded = (fields: object) => actionOf('i', { add: [{ ...idea, ...fields }] })

test('[AX101] an action is named after its shape, so it keeps its id in every export', () => {
  expect(worded({})).toMatchObject({ id: 'act:i', source: { shapeId: 'i', kind: 'idea' } })
})

test('[AX202] the title is the own one with its spaces collapsed', () => {
  expect(worded({ title: '  Bel \n\t terug ', description: ' Uitleg ' })).toMatchObject({
    title: 'Bel terug',
    description: 'Uitleg',
  })
})

test('[AX516, AX202] without a title the first sentence of the description, at most 80 long', () => {
  const first = worded({ title: ' ', description: 'Bel om 9.30 uur terug! En dan nog iets.' })
  expect(first.title).toBe('Bel om 9.30 uur terug!')
  expect(codesOf(first)).toContain('TITLE_FROM_DESCRIPTION')
  expect(worded({ title: '', description: 'Eerste regel\nTweede regel' }).title).toBe('Eerste regel')
  const { title, description } = worded({ title: '', description: 'x'.repeat(81) })
  expect(title).toBe(`${'x'.repeat(79)}…`)
  expect(description).toBe('x'.repeat(81))
})

test('[AX517] without title and description it is rejected, also with votes', () => {
  const empty = ideaAt('e', 200, 900, { title: ' \n', description: ' ' })
  const extraction = extracted({ add: [empty], votes: [{ round: 'r2', by: 'pa2', target: 'e', count: 1 }] })
  expect(extraction).toMatchObject({ actions: [], rejected: [{ shapeId: 'e', reason: 'EMPTY' }] })
})

test('[AX518] a title of more than 120 is cut at 117, and stands whole in the description', () => {
  const long = 'a'.repeat(121)
  const action = worded({ title: long, description: 'Uitleg' })
  expect(action.title).toBe(`${'a'.repeat(117)}…`)
  expect(action.description).toBe(`${long}\n\nUitleg`)
  expect(codesOf(action)).toContain('TITLE_SHORTENED')
  expect(worded({ title: 'a'.repeat(120) }).title).toHaveLength(120)
  expect(worded({ title: `${'a'.repeat(116)}😀 en nog veel meer` }).title).toBe(`${'a'.repeat(116)}…`)
})

const alike = [
  ideaAt('a', 1400, 900, { title: 'Bel de inwoner binnen 2 dagen terug' }),
  ideaAt('b', 1420, 920, { title: 'Inwoner binnen 2 dagen terugbellen' }),
]

test('[AX514, AX402] ideas that look alike point at each other, and neither is merged', () => {
  const { actions } = extracted({ add: alike })
  expect(actions.map(({ id, possibleDuplicateOf }) => [id, possibleDuplicateOf])).toEqual([
    ['act:a', ['act:b']],
    ['act:b', ['act:a']],
  ])
  expect(actions.map((action) => refsOf(action, 'POSSIBLE_DUPLICATE'))).toEqual([['act:b'], ['act:a']])
})

test('[AX531, AX402] the same idea on another page is a second action that looks alike', () => {
  const copy = { ...alike[0], id: 'copy', type: 'idea', parentId: 'page:two' }
  const { actions } = extracted({ add: [...alike.slice(0, 1), copy], pages: ['page:two'] })
  expect(actions.map(({ possibleDuplicateOf }) => possibleDuplicateOf)).toEqual([['act:copy'], ['act:a']])
  // Alike enough beside a shared card, but not without one.
  const other = { ...alike[1], id: 'other', type: 'idea', parentId: 'page:two' }
  const apart = extracted({ add: [...alike.slice(0, 1), other], pages: ['page:two'] })
  expect(apart.actions.map(({ possibleDuplicateOf }) => possibleDuplicateOf)).toEqual([[], []])
})

const merged = (id: string, into: string | null, fields: object = {}) =>
  ideaAt(id, 1400, 900, { title: `Verhaal van ${id}`, mergedInto: into, ...fields })
const arrow = (id: string, start: string, end: string) => ({ id, type: 'arrow', start, end })

test('[AX515] a chain of merged ideas is one action: links, votes and quotes joined, who and when of the last', () => {
  const votes = ['a', 'b', 'c'].map((target) => ({ round: 'r2', by: 'pa2', target, count: 1 }))
  const { actions } = extracted({
    add: [
      merged('a', 'b', { owner: 'Omar', deadline: '2026-04-01' }),
      merged('b', 'c'),
      merged('c', null, { owner: 'Riet', deadline: '2026-05-01' }),
      ideaAt('next', 200, 900, { title: 'Heel iets anders' }),
      arrow('x', 'a', 'next'),
    ],
    belongs_to: [
      ['a', 'pp1'],
      ['b', 'pp3'],
      ['c', 'a'],
    ],
    votes,
  })
  const [action, next] = actions
  expect(actions.map(({ id }) => id)).toEqual(['act:c', 'act:next'])
  expect(action).toMatchObject({ mergedFrom: ['a', 'b'], owner: { name: 'Riet' }, deadline: { date: '2026-05-01' } })
  expect(idsOf(action?.painPoints ?? [])).toEqual(['pp1', 'pp3'])
  expect(idsOf(action?.quotes ?? [])).toEqual(['q1'])
  expect(action?.priority).toMatchObject({ votes: 2, voters: 1 })
  expect(next?.dependsOn).toEqual(['act:c'])
})

test('[AX515] a circle of merges is ignored; what was merged into it goes no farther', () => {
  const { actions } = extracted({
    add: [merged('a', 'b'), merged('b', 'a'), merged('self', 'self'), merged('in', 'a')],
  })
  expect(actions.map(({ id, mergedFrom }) => [id, mergedFrom])).toEqual([
    ['act:a', ['in']],
    ['act:b', []],
    ['act:self', []],
  ])
})

test('[AX515] words are not lost in an idea without words', () => {
  const board = { add: [merged('a', 'b'), merged('b', 'c', { title: '' }), merged('c', null, { title: '' })] }
  expect(extracted(board)).toMatchObject({
    actions: [{ id: 'act:a', mergedFrom: [] }],
    rejected: [{ shapeId: 'b' }, { shapeId: 'c' }],
  })
})

test('[AX519] a merge into an idea that was deleted is ignored, and told', () => {
  const action = actionOf('a', { add: [merged('a', 'gone')] })
  expect(refsOf(action, 'DANGLING_LINK')).toEqual(['gone'])
})

test('[AX519, AX515] broken links of what was merged are told by what it went into', () => {
  const add = [merged('a', 'b'), merged('b', null), { id: 'x', type: 'arrow', start: 'a' }]
  const action = actionOf('b', { add, belongs_to: [['a', 'gone']] })
  expect(refsOf(action, 'DANGLING_LINK')).toEqual(['gone'])
  expect(refsOf(action, 'ARROW_UNBOUND')).toEqual(['x'])
})

test('[AX520] an action that was exported and is gone comes back as it was, among the dropped', () => {
  const before = extractActions(
    exampleInput({ add: [merged('a', null), merged('b', null), merged('c', null)] }),
  ).actions
  const now = extracted({ add: [merged('a', null), merged('b', 'a')], exported: [...before, ...before] })
  expect(now.actions.map(({ id }) => id)).toEqual(['act:a'])
  expect(now.dropped.map((action) => [action.id, action.title, refsOf(action, 'REMOVED_FROM_BOARD')])).toEqual([
    ['act:c', 'Verhaal van c', ['c']],
  ])
})

test('[AX520] what only lost its words is rejected, not dropped', () => {
  const before = extractActions(exampleInput({ add: [idea] })).actions
  const now = extracted({ add: [{ ...idea, title: '' }], exported: before })
  expect(now).toMatchObject({ dropped: [], rejected: [{ shapeId: 'i' }] })
})

test('[AX533] words that look like personal data are told, with the card that holds them', () => {
  expect(refsOf(worded({ description: 'Bel 06-12345678' }), 'PERSONAL_DATA')).toEqual(['i'])
  const quote = { id: 'q', type: 'card', kind: 'quote', text: 'Ik woon in de Dorpsstraat 12', consentReport: true }
  const board = { add: [idea, quote], belongs_to: [['q', 'i']] }
  expect(refsOf(actionOf('i', board), 'PERSONAL_DATA')).toEqual(['q'])
  // Words that do not travel need no question.
  const withheld = { add: [idea, { ...quote, consentReport: false }], belongs_to: [['q', 'i']] }
  expect(codesOf(actionOf('i', withheld))).not.toContain('PERSONAL_DATA')
})

test('[AX222] warnings stand in one fixed order, whatever found them first', () => {
  const mixed = [
    { code: 'POSSIBLE_DUPLICATE' as const, refs: ['act:b'] },
    { code: 'AMBIGUOUS_ALIGNMENT' as const, refs: ['z'] },
    { code: 'AMBIGUOUS_ALIGNMENT' as const, refs: ['a'] },
    { code: 'UNTYPED_CARD' as const, refs: [] },
  ]
  expect(inOrder(mixed).map(({ code, refs }) => [code, ...refs])).toEqual([
    ['UNTYPED_CARD'],
    ['AMBIGUOUS_ALIGNMENT', 'a'],
    ['AMBIGUOUS_ALIGNMENT', 'z'],
    ['POSSIBLE_DUPLICATE', 'act:b'],
  ])
})
