import { expect, test } from 'vitest'
import { id, ids, named, plainBoard, plainJourney } from '../../testing/plainBoard.ts'
import { viewOf } from '../../testing/viewOf.ts'
import { evidenceMeter } from './evidenceMeter.ts'
import { layerMeter } from './layerMeter.ts'
import { policyTable } from './policyTable.ts'

const card = (kind: string, more: object = {}) => ({ type: 'card', kind, ...more })
const at = (x: number) => ({ geometry: [x, 0, 0, 100, 100] })

test('[JV109] the same rule on several cards is one row, whatever its capitals and spaces', () => {
  const rule = (text: string, verdict: string | null, x: number) =>
    card('policy_rule', { text, verdict, reason: verdict ?? '', ...at(x) })
  const board = plainBoard(
    {
      riet: { type: 'persona', ...at(0) },
      omar: { type: 'persona', ...at(500) },
      r1: rule('Binnen  zes weken', 'fits', 1000),
      r2: rule('binnen zes weken ', 'clashes', 2000),
      r3: rule('Alleen via DigiD', null, 3000),
      r4: rule('', 'partly', 4000),
      r5: rule('', 'unknown', 5000),
      quote: card('quote', { text: 'Binnen zes weken' }),
    },
    ['r1>riet', 'r2>omar', 'r4>riet', 'r4>omar'],
  )
  const { personaIds, rows } = viewOf(board, policyTable)
  expect(named(personaIds)).toBe('riet omar')
  expect(
    rows.map(({ text, cardIds, cells, withoutPersona }) => [
      text,
      named(cardIds),
      cells.map(({ verdicts }) => verdicts.map(({ verdict }) => verdict).join()).join(' / '),
      named(withoutPersona.map(({ cardId }) => cardId)),
    ]),
  ).toEqual([
    ['Binnen zes weken', 'r1 r2', 'fits / clashes', ''],
    ['Alleen via DigiD', 'r3', ' / ', 'r3'],
    ['', 'r4', 'partly / partly', ''],
    ['', 'r5', ' / ', 'r5'],
  ])
})

test('[JV110] consequences without a layer are told apart, other cards with a layer do not count', () => {
  const board = plainBoard({
    a: card('consequence', { layer: 'policy', promoted: true }),
    b: card('consequence', { layer: 'policy' }),
    c: card('consequence'),
    d: card('question', { layer: 'steering', promoted: true }),
  })
  const { layers, untouched, withoutLayer, total, promoted } = viewOf(board, layerMeter)
  expect(layers.at(-1)).toEqual({ layer: 'policy', cardIds: ids('a b'), isLeft: false })
  expect([untouched.length, named(withoutLayer), total, promoted]).toEqual([10, 'c', 3, 1])
})

test('[FD2] a layer that was left empty on purpose is looked at, until a consequence stands in it; any journey in question may say so', () => {
  const board = plainBoard({
    ...plainJourney('j', ['a', ''], {}, { layersLeft: ['policy', 'steering', 'policy'] }),
    ...plainJourney('k', ['x', ''], {}, { layersLeft: ['content'], geometry: [0, 3000, 0, 800, 900] }),
    old: { type: 'journey', ...at(20_000) },
    c: card('consequence', { layer: 'policy', ...at(9000) }),
  })
  const read = (...journeys: Parameters<typeof named>[0]) => {
    const { layers, untouched } = viewOf(board, layerMeter, ...journeys)
    const left = layers.filter(({ isLeft }) => isLeft).map(({ layer }) => layer)
    expect(untouched.some((layer) => left.includes(layer))).toBe(false)
    return [left, untouched.length]
  }
  expect(read()).toEqual([['content', 'steering'], 8])
  // The consequence stands outside, so of this journey its layer is empty, and left.
  expect(read(id('j'))).toEqual([['steering', 'policy'], 9])
  expect(read(id('old'))).toEqual([[], 11])
  expect(read(id('gone'))).toEqual([[], 11])
})

test('[JV110, JV111] about some journeys only what stands in them counts, with their personas', () => {
  const inside = { parentId: id('j'), geometry: [10, 400, 0, 100, 100] }
  const board = plainBoard({
    ...plainJourney('j', ['a', ''], { a: { basis: 'designed' } }, { personaIds: ids('riet gone') }),
    ...plainJourney('k', ['x', ''], { x: { basis: 'lived' } }, { geometry: [0, 3000, 0, 800, 900] }),
    riet: { type: 'persona', basis: 'observed', ...at(5000) },
    omar: { type: 'persona', basis: 'data', ...at(6000) },
    c: card('consequence', { layer: 'content', basis: 'lived', ...inside }),
    far: card('consequence', { layer: 'process', ...at(9000) }),
    q: card('quote', { basis: 'lived', ...inside }),
    loose: { type: 'touchpoint', basis: 'assumption', ...at(7000) },
  })
  expect(named(viewOf(board, layerMeter, id('j')).layers.flatMap(({ cardIds }) => cardIds))).toBe('c')
  expect(named(viewOf(board, layerMeter).layers.flatMap(({ cardIds }) => cardIds))).toBe('c far')
  const of = (...journeys: Parameters<typeof named>[0]) =>
    viewOf(board, evidenceMeter, ...journeys)
      .bases.map(({ cardIds }) => named([...cardIds].sort()))
      .join(' | ')
  expect(of(id('j'))).toBe('q |  | riet | a | ')
  expect(of(id('k'))).toBe('x |  |  |  | ')
  expect(of(id('j'), id('k'))).toBe('q x |  | riet | a | ')
  expect(of()).toBe('q x | omar | riet | a | loose')
})

test('[JV111] of nothing, every share is 0', () => {
  const { total, bases, kinds } = viewOf(plainBoard({}), evidenceMeter)
  expect([total, kinds, bases.map(({ share }) => share)]).toEqual([0, [], [0, 0, 0, 0, 0]])
})
