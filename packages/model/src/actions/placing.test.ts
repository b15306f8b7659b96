import { expect, test } from 'vitest'
import { actionOf, codesOf, extracted, idsOf, ideaAt, refsOf } from './examples/exampleResult.ts'

/** Middle of the lane of ideas. */
const IDEAS = 900
/** Middle of the columns of the base board: 200, 600, 1000, 1400, 1800. */
const PHASE_5 = 1800

test('[AX501, AX301] an arrow to a step in another phase wins over the place of the card', () => {
  const action = actionOf('i', {
    add: [ideaAt('i', PHASE_5, IDEAS), { id: 'a', type: 'arrow', start: 'i', end: 'tp2' }],
  })
  expect(action.touchpoints).toEqual([{ id: 'tp2', label: 'Bellen met het loket', via: 'arrow' }])
  expect(idsOf(action.phases)).toEqual(['p2'])
  expect(refsOf(action, 'PHASE_DIFFERS')).toEqual(['p5'])
})

test('[AX502, AX203, AX204] bound to two pain points in two phases: both, and both phases', () => {
  const action = actionOf('i', {
    add: [ideaAt('i', 500, IDEAS)],
    belongs_to: [
      ['i', 'pp3'],
      ['i', 'pp1'],
    ],
  })
  expect(idsOf(action.painPoints)).toEqual(['pp1', 'pp3'])
  expect(idsOf(action.touchpoints)).toEqual(['tp2', 'tp6'])
  expect(idsOf(action.phases)).toEqual(['p2', 'p5'])
  expect(codesOf(action)).not.toContain('PHASE_DIFFERS')
})

test('[AX503, AX304] a centre exactly on the line between two columns is in the right-hand one', () => {
  expect(actionOf('i', { add: [ideaAt('i', 1200, IDEAS)] }).phases).toEqual([
    { id: 'p4', label: 'Bericht terug', via: 'cell' },
  ])
  expect(idsOf(actionOf('i', { add: [ideaAt('i', 1199.5, IDEAS)] }).phases)).toEqual(['p3'])
})

test('[AX504, AX302] between two steps: no step is chosen, the phase stays', () => {
  const action = actionOf('i', { add: [ideaAt('i', 605, IDEAS)] })
  expect(action.touchpoints).toEqual([])
  expect(action.phases).toEqual([{ id: 'p2', label: 'Eerste contact', via: 'cell' }])
  expect(action.warnings.filter(({ code }) => code === 'AMBIGUOUS_ALIGNMENT').map(({ refs }) => refs)).toEqual([
    ['pp1', 'pp2'],
    ['tp2', 'tp3'],
  ])
})

test('[AX504, AX204] a tie between steps is not settled by the step of a pain point that was itself a guess', () => {
  const action = actionOf('i', { add: [ideaAt('i', 605, IDEAS)], deleted: ['pp2'], belongs_to: [['pp1', 'tp1']] })
  expect(idsOf(action.painPoints)).toEqual(['pp1'])
  expect(action.touchpoints).toEqual([])
})

test('[AX505, AX304] just outside the board the nearest column counts, and only just', () => {
  const near = actionOf('i', { add: [ideaAt('i', 1400, 1260)], deleted: ['tp5'] })
  expect(near.phases).toEqual([{ id: 'p4', label: 'Bericht terug', via: 'nearest' }])
  expect(codesOf(near)).toContain('PLACED_NEAR_EDGE')
  const far = actionOf('i', { add: [ideaAt('i', 1400, 1261)], deleted: ['tp5'] })
  expect(far.phases).toEqual([])
  expect(codesOf(far)).not.toContain('PLACED_NEAR_EDGE')
})

test('[AX506] far outside and without links: an action without a journey, still to be placed', () => {
  const action = actionOf('i', { add: [ideaAt('i', -2000, 4000, { parentId: 'page' })] })
  expect(action).toMatchObject({ journey: null, phases: [], touchpoints: [], painPoints: [], personas: [] })
  expect(refsOf(action, 'UNPLACED')).toEqual([])
})

const overlapping = [
  {
    id: 'j2',
    type: 'journey',
    parentId: 'page',
    x: 1500,
    y: 700,
    w: 900,
    h: 400,
    title: 'Klein',
    kind: 'ideal',
    lanes: [],
  },
  { id: 'j2p', type: 'phase', parentId: 'j2', x: 0, y: 0, w: 900, h: 48, title: 'Alles' },
]

test('[AX507, AX206] of two journeys that overlap, the smallest that holds the centre; a parent wins over both', () => {
  const onPage = ideaAt('i', PHASE_5, IDEAS, { parentId: 'page' })
  expect(actionOf('i', { add: [...overlapping, onPage] }).journey).toEqual({ id: 'j2', kind: 'ideal' })
  const inside = ideaAt('i', PHASE_5, IDEAS)
  expect(actionOf('i', { add: [...overlapping, inside] }).journey).toEqual({ id: 'j1', kind: 'joint' })
})

test('[AX206] a journey within 60 px, else the one journey of the linked cards, else none', () => {
  const at = (x: number) => ({ add: [ideaAt('i', x, IDEAS, { parentId: 'page' })] })
  expect(actionOf('i', at(2060)).journey?.id).toBe('j1')
  expect(actionOf('i', at(2061)).journey).toBeNull()
  expect(actionOf('i', { ...at(3000), belongs_to: [['i', 'tp6']] }).journey?.id).toBe('j1')
  const elsewhere = { id: 'tpx', type: 'touchpoint', parentId: 'j2', x: 100, y: 100, w: 10, h: 10, title: 'Elders' }
  const twoJourneys = {
    add: [...at(3000).add, ...overlapping, elsewhere],
    belongs_to: [
      ['i', 'tp6'],
      ['i', 'tpx'],
    ],
  }
  const action = actionOf('i', twoJourneys)
  expect(action.journey).toBeNull()
  expect(codesOf(action)).not.toContain('UNPLACED')
})

test('[AX521] the journey was deleted: cards keep their explicit links, others are to be placed', () => {
  const gone = { deleted: ['j1', 'p1', 'p2', 'p3', 'p4', 'p5'] }
  const add = [ideaAt('i', PHASE_5, IDEAS), ideaAt('linked', PHASE_5, IDEAS)]
  const board = { ...gone, add, belongs_to: [['linked', 'pp3']] }
  const linked = actionOf('linked', board)
  expect(linked).toMatchObject({ journey: null, painPoints: [{ id: 'pp3', via: 'belongs_to' }] })
  expect(codesOf(linked)).not.toContain('UNPLACED')
  expect(codesOf(actionOf('i', board))).toContain('UNPLACED')
})

test('[AX523, AX201] a plain sticky, text or figure with words in the lane of ideas counts', () => {
  const at = { parentId: 'j1', x: 920, w: 160, h: 100 }
  const action = actionOf('s', { add: [{ id: 's', type: 'note', ...at, y: 850, text: 'Bel even\nterug' }] })
  expect(action).toMatchObject({
    source: { shapeId: 's', kind: 'untyped' },
    title: 'Bel even terug',
    description: null,
  })
  expect(codesOf(action)).toContain('UNTYPED_CARD')
  for (const type of ['text', 'geo']) {
    expect(actionOf('s', { add: [{ id: 's', type, ...at, y: 850, text: 'Bel' }] }).source.kind).toBe('untyped')
  }
})

test('[AX201] of the cards only a promoted consequence counts', () => {
  const card = { type: 'card', parentId: 'j1', x: 920, y: 850, w: 160, h: 100, text: 'Mooi' }
  const extraction = extracted({
    add: [
      { ...card, id: 'quote', kind: 'quote', promoted: true },
      { ...card, id: 'plain', kind: 'consequence', promoted: false },
      { ...card, id: 'promoted', kind: 'consequence', promoted: true },
    ],
  })
  expect(idsOf(extraction.actions)).toEqual(['act:promoted'])
})

test('[AX524, AX201] a plain sticky elsewhere, near the lane, or without words does not count; nor does a drawing', () => {
  const sticky = { type: 'note', parentId: 'j1', x: 920, w: 160, h: 100, text: 'Mooi' }
  const extraction = extracted({
    add: [
      { id: 'quotes', ...sticky, y: 520 },
      { id: 'above', ...sticky, y: 740 },
      { id: 'below', ...sticky, y: 950 },
      { id: 'beside', ...sticky, y: 850, x: 1930 },
      { id: 'blank', ...sticky, y: 850, text: '  ' },
      { id: 'pen', type: 'draw', parentId: 'j1', x: 920, y: 850, w: 160, h: 100 },
    ],
  })
  expect(extraction.actions).toEqual([])
  expect(extraction.rejected).toEqual([])
})

test('[AX532] a touchpoint outside the columns stays; the phase is the column of the idea', () => {
  const outside = { id: 'tpo', type: 'touchpoint', parentId: 'page', x: 2300, y: 900, w: 10, h: 10, title: 'Los' }
  const action = actionOf('i', { add: [ideaAt('i', PHASE_5, IDEAS), outside], belongs_to: [['i', 'tpo']] })
  expect(idsOf(action.touchpoints)).toEqual(['tpo'])
  expect(action.phases).toEqual([{ id: 'p5', label: 'Afronden', via: 'cell' }])
})

test('[AX302] aligned: centres at most 100 px apart, and 20 px nearer than the next in the column', () => {
  const steps = (board: { x: number; otherX?: number }) => {
    const other = { id: 'tpn', type: 'touchpoint', parentId: 'j1', y: 150, w: 160, h: 100, title: 'Nog een' }
    const more = board.otherX === undefined ? [] : [{ ...other, x: board.otherX - 80 }]
    return idsOf(actionOf('i', { add: [ideaAt('i', board.x, IDEAS), ...more] }).touchpoints)
  }
  expect(steps({ x: 1100 })).toEqual(['tp4'])
  expect(steps({ x: 1101 })).toEqual([])
  expect(steps({ x: 1090, otherX: 1199 })).toEqual([])
  expect(steps({ x: 1090, otherX: 1200 })).toEqual(['tp4'])
  expect(steps({ x: 1010, otherX: 1029 })).toEqual([])
  expect(steps({ x: 1010, otherX: 1040 })).toEqual(['tp4'])
})

test('[AX302] nothing is aligned over a column line or from another journey', () => {
  expect(actionOf('i', { add: [ideaAt('i', 410, IDEAS)], deleted: ['tp2', 'tp3'] }).touchpoints).toEqual([])
  const stray = { id: 'tpo', type: 'touchpoint', parentId: 'j2', x: 300, y: 100, w: 10, h: 10, title: 'Elders' }
  const action = actionOf('i', { add: [...overlapping, stray, ideaAt('i', PHASE_5, IDEAS)] })
  expect(idsOf(action.touchpoints)).toEqual(['tp6'])
})

test('[AX303] a guess may not contradict a fact: an aligned pain point of another step is left out', () => {
  const board = { add: [ideaAt('i', 520, IDEAS)] }
  expect(idsOf(actionOf('i', { ...board, belongs_to: [['i', 'tp2']] }).painPoints)).toEqual(['pp1'])
  expect(actionOf('i', { ...board, belongs_to: [['i', 'tp3']] }).painPoints).toEqual([])
})

test('[AX303] a fact also settles what would otherwise be a tie', () => {
  const action = actionOf('i', { add: [ideaAt('i', 610, IDEAS)], belongs_to: [['i', 'tp2']] })
  expect(idsOf(action.painPoints)).toEqual(['pp1'])
  expect(codesOf(action)).not.toContain('AMBIGUOUS_ALIGNMENT')
})

test('[AX305, AX308] positions add up over frames, groups and rotation; the centre of the card decides', () => {
  const nest = [
    { id: 'f', type: 'frame', parentId: 'j1', x: 1600, y: 700, w: 300, h: 300, title: '' },
    { id: 'g', type: 'group', parentId: 'f', x: 0, y: 100, rotation: -Math.PI / 2 },
  ]
  // 100 px "right" in the turned group is 100 px up on the page.
  const idea = { ...ideaAt('i', 0, 0), parentId: 'g', x: -100, y: -20, w: 0, h: 0 }
  const action = actionOf('i', { add: [...nest, idea] })
  expect(idsOf(action.phases)).toEqual(['p4'])
  expect(action.journey?.id).toBe('j1')
})

test('[AX309] cards on another page are placed within that page; explicit links cross pages', () => {
  const page = { pages: ['page:two'] }
  const add = [ideaAt('i', PHASE_5, IDEAS, { parentId: 'page:two' })]
  expect(actionOf('i', { ...page, add })).toMatchObject({ journey: null, phases: [], painPoints: [] })
  const linked = actionOf('i', { ...page, add, belongs_to: [['i', 'pp3']] })
  expect(linked).toMatchObject({ journey: { id: 'j1' }, painPoints: [{ id: 'pp3' }], phases: [{ id: 'p5' }] })
})

test('[AX204] touchpoints: of explicit pain points before aligned; of an aligned pain point last', () => {
  const explicit = actionOf('i', { add: [ideaAt('i', PHASE_5, IDEAS)], belongs_to: [['i', 'pp1']] })
  expect(explicit.touchpoints).toMatchObject([{ id: 'tp2', via: 'inherited' }])
  const guessed = actionOf('i', {
    add: [ideaAt('i', PHASE_5, IDEAS)],
    deleted: ['tp6'],
    belongs_to: [['pp3', 'tp5']],
  })
  expect(guessed.painPoints).toMatchObject([{ id: 'pp3', via: 'aligned' }])
  expect(guessed.touchpoints).toMatchObject([{ id: 'tp5', via: 'inherited' }])
})

test('[AX205] phases: explicit arrows to a phase together with those of the touchpoints', () => {
  const action = actionOf('i', {
    add: [ideaAt('i', 1000, IDEAS), { id: 'a', type: 'arrow', start: 'p1', end: 'i' }],
    belongs_to: [['i', 'tp5']],
  })
  expect(action.phases).toMatchObject([
    { id: 'p1', via: 'arrow' },
    { id: 'p4', via: 'inherited' },
  ])
  expect(refsOf(action, 'PHASE_DIFFERS')).toEqual(['p3'])
})
