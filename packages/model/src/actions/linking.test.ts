import { expect, test } from 'vitest'
import { judgeRecord } from '../document/read.ts'
import { exampleInput, participantId } from './examples/exampleInput.ts'
import { actionOf, codesOf, extracted, ideaAt, refsOf } from './examples/exampleResult.ts'
import { extractActions } from './extractActions.ts'

const idea = ideaAt('i', 1400, 900)
const arrow = (id: string, start?: string, end?: string) => ({ id, type: 'arrow', start, end })

test('[AX519, AX306] a deleted target: the link is gone, place takes over, and it is told', () => {
  const board = { add: [idea, arrow('a', 'i', 'ppx')], belongs_to: [['i', 'tpx']] }
  const action = actionOf('i', board)
  expect(action.touchpoints).toMatchObject([{ id: 'tp5', via: 'aligned' }])
  expect(refsOf(action, 'DANGLING_LINK')).toEqual(['ppx', 'tpx'])
})

test('[AX519] an organisation that is gone from the board is no organisation', () => {
  const action = actionOf('i', { add: [{ ...idea, organisationId: 'acx' }, arrow('a', 'ac2', 'i')] })
  expect(action.organisation).toMatchObject({ id: 'ac2', via: 'arrow' })
  expect(refsOf(action, 'DANGLING_LINK')).toEqual(['acx'])
})

test('[AX522, AX306] an arrow with a free end is no link, whatever it seems to touch', () => {
  const action = actionOf('i', { add: [idea, arrow('a', 'i'), arrow('b', undefined, 'i'), arrow('c', 'ac1')] })
  expect(refsOf(action, 'ARROW_UNBOUND')).toEqual(['a', 'b'])
  expect(action.contributors).toEqual([])
})

test('[AX301, AX306] belongs_to and arrows in either direction join; a pair that has both is belongs_to', () => {
  const action = actionOf('i', {
    add: [idea, arrow('a', 'tp1', 'i'), arrow('b', 'i', 'tp2'), arrow('c', 'i', 'tp6')],
    belongs_to: [
      ['i', 'tp6'],
      ['tp4', 'i'],
    ],
  })
  expect(action.touchpoints.map(({ id, via }) => [id, via])).toEqual([
    ['tp1', 'arrow'],
    ['tp2', 'arrow'],
    ['tp4', 'belongs_to'],
    ['tp6', 'belongs_to'],
  ])
})

test('[AX306, AX310] an end that two people fixed at once holds on to one shape, however it was stored', () => {
  const input = exampleInput({ add: [idea, arrow('a', 'i', 'tp1')] })
  const twice = judgeRecord('binding:a-again', {
    type: 'arrow',
    fromId: 'shape:a',
    toId: 'shape:tp2',
    terminal: 'end',
  })
  if (!twice.ok) throw new Error('The second hold of the arrow does not hold to its schema')
  const entries = [...input.records, [twice.record.id, twice.record] as const]
  const steps = [entries, entries.toReversed()].map((stored) => {
    const [action] = extractActions({ ...input, records: new Map(stored) }).actions
    return action?.touchpoints.map(({ id }) => id)
  })
  expect(steps).toEqual([['shape:tp2'], ['shape:tp2']])
})

const clustered = [
  { id: 'f', type: 'frame', parentId: 'j1', x: 1300, y: 820, w: 200, h: 160, title: 'Wachttijd' },
  { id: 'inner', type: 'frame', parentId: 'f', x: 5, y: 5, w: 190, h: 150, title: '' },
  { id: 'g', type: 'group', parentId: 'inner', x: 0, y: 0 },
  { ...idea, parentId: 'g', x: 5, y: 15 },
]

test('[AX307] an arrow to a frame counts for every idea inside; a link of the card itself is stronger', () => {
  const framed = [...clustered, arrow('a', 'f', 'tp1'), arrow('b', 'ac3', 'f')]
  expect(actionOf('i', { add: framed })).toMatchObject({
    touchpoints: [{ id: 'tp1', via: 'frame' }],
    organisation: { id: 'ac3', via: 'frame' },
  })
  const own = actionOf('i', { add: [...framed, arrow('c', 'ac1', 'i')], belongs_to: [['i', 'tp5']] })
  expect(own.touchpoints).toMatchObject([{ id: 'tp5', via: 'belongs_to' }])
  expect(own.organisation).toMatchObject({ id: 'ac1', via: 'arrow' })
  expect(own.contributors).toMatchObject([{ id: 'ac3', via: 'frame' }])
})

test('[AX219, AX308] the theme is the title of the nearest frame that has one; groups are seen through', () => {
  expect(actionOf('i', { add: clustered }).theme).toBe('Wachttijd')
  expect(actionOf('i', { add: [idea] }).theme).toBeNull()
})

test('[AX207] personas: explicit, else those of the pain points, else those of the journey, also by arrow', () => {
  const persona = (id: string) => ({ id, type: 'persona', parentId: 'page', x: 500, y: 1500, w: 9, h: 9, name: id })
  const add = [idea, persona('per2'), persona('per3')]
  const belongs_to = [['i', 'pp1']]
  expect(actionOf('i', { add: [...add, arrow('a', 'per2', 'j1')], belongs_to }).personas).toMatchObject([
    { id: 'per1', via: 'inherited' },
    { id: 'per2', via: 'inherited' },
  ])
  const ofPain = { add, belongs_to: [...belongs_to, ['pp1', 'per3']] }
  expect(actionOf('i', ofPain).personas).toEqual([{ id: 'per3', label: 'per3', via: 'inherited' }])
  const explicit = { add: [...add, arrow('a', 'i', 'per2')], belongs_to: ofPain.belongs_to }
  expect(actionOf('i', explicit).personas).toEqual([{ id: 'per2', label: 'per2', via: 'arrow' }])
})

const quoteFields = { type: 'card', kind: 'quote', parentId: 'j1', x: 1330, y: 520, w: 160, h: 90, voice: 'client' }
const quote = (id: string, fields: object = {}) => {
  const says = { text: `Zei ${id}`, basis: 'data', consentReport: true }
  return { ...quoteFields, ...says, ...fields, id }
}

test('[AX208] quotes of the idea and of its pain points, else of its touchpoints; never by place', () => {
  const add = [idea, quote('own'), quote('step'), quote('near')]
  const bound = [
    ['own', 'i'],
    ['step', 'tp5'],
    ['i', 'tp5'],
  ]
  expect(actionOf('i', { add, belongs_to: [...bound, ['i', 'pp1']] }).quotes.map(({ id, via }) => [id, via])).toEqual([
    ['own', 'belongs_to'],
    ['q1', 'inherited'],
  ])
  expect(actionOf('i', { add, belongs_to: bound.slice(1) }).quotes.map(({ id, via }) => [id, via])).toEqual([
    ['step', 'inherited'],
  ])
  expect(actionOf('i', { add }).quotes).toEqual([])
})

test('[AX527, AX218] a quote without consent, or whose speaker took it back, stays behind; its evidence counts', () => {
  const withheld = actionOf('i', { add: [idea, quote('no', { consentReport: false })], belongs_to: [['no', 'i']] })
  expect(withheld).toMatchObject({ quotes: [], evidence: 'data' })
  expect(refsOf(withheld, 'QUOTE_WITHHELD')).toEqual(['no'])
  const board = { add: [idea, quote('yes', { authorId: 'pa3' })], belongs_to: [['yes', 'i']] }
  expect(codesOf(actionOf('i', board))).not.toContain('QUOTE_WITHHELD')
  const takenBack = actionOf('i', { ...board, attendees: [{ id: participantId('pa3'), quotesWithdrawn: true }] })
  expect(refsOf(takenBack, 'QUOTE_WITHHELD')).toEqual(['yes'])
  expect(JSON.stringify(takenBack)).not.toContain('Zei yes')
})

test('[AX218] evidence is the strongest basis among pain points and quotes', () => {
  const board = { add: [idea, quote('q')], belongs_to: [['i', 'pp3']] }
  expect(actionOf('i', board).evidence).toBe('observed')
  expect(actionOf('i', { ...board, belongs_to: [...board.belongs_to, ['q', 'i']] }).evidence).toBe('data')
  expect(actionOf('i', { add: [idea] }).evidence).toBeNull()
})

const consequenceFields = { type: 'card', kind: 'consequence', parentId: 'j1', x: 1320, y: 1020, w: 160, h: 100 }
const consequence = (id: string, fields: object = {}) => {
  return { ...consequenceFields, text: `Dan ${id}`, layer: 'process', ...fields, id }
}

test('[AX209] consequences: explicit, else the one that is aligned and bound to no other idea', () => {
  const aligned = actionOf('i', { add: [idea, consequence('k')] })
  expect(aligned.consequences).toEqual([{ id: 'k', layer: 'process', text: 'Dan k', via: 'aligned' }])
  const bound = { add: [idea, consequence('k'), ideaAt('other', 200, 900)], belongs_to: [['k', 'other']] }
  expect(actionOf('i', bound).consequences).toEqual([])
  expect(actionOf('other', bound).consequences).toMatchObject([{ id: 'k', via: 'belongs_to' }])
})

test('[AX209, AX215] only an explicit consequence may change the type', () => {
  const policy = { add: [idea, consequence('k', { layer: 'policy' })] }
  expect(actionOf('i', policy)).toMatchObject({ type: 'improvement', consequences: [{ id: 'k', via: 'aligned' }] })
  expect(actionOf('i', { ...policy, belongs_to: [['k', 'i']] })).toMatchObject({
    type: 'policy_change',
    typeSource: 'consequence',
  })
})

test('[AX215, AX220, AX201] a promoted consequence is an action that comes before its idea', () => {
  const own = { title: 'Maak een afspraak', owner: 'Privacy-adviseur', organisationId: 'ac1', deadline: '2026-06-15' }
  const promoted = consequence('k', { promoted: true, status: 'agreed', moscow: 'must', ...own })
  const board = { add: [idea, promoted], belongs_to: [['k', 'i']] }
  expect(actionOf('k', board)).toMatchObject({
    source: { shapeId: 'k', kind: 'consequence' },
    title: 'Maak een afspraak',
    description: 'Dan k',
    type: 'precondition',
    typeSource: 'consequence',
    status: 'agreed',
    moscow: 'must',
    ready: true,
    owner: { name: 'Privacy-adviseur' },
    organisation: { id: 'ac1', via: 'field' },
    deadline: { date: '2026-06-15' },
  })
  expect(actionOf('i', board).dependsOn).toEqual(['act:k'])
  const byArrow = { add: [idea, promoted, arrow('a', 'i', 'k')] }
  expect([actionOf('i', byArrow).dependsOn, actionOf('k', byArrow).dependsOn]).toEqual([['act:k'], []])
  const plain = { add: [idea, consequence('k', { promoted: true })] }
  expect(actionOf('k', plain)).toMatchObject({ title: 'Dan k', description: null, consequences: [] })
  expect(actionOf('i', plain).dependsOn).toEqual([])
})

test('[AX215] the type: label, then policy, then what is needed first, then the matrix, then improvement', () => {
  const scores = { effort: 1, impact: 5 }
  const next = ideaAt('next', 200, 900)
  const type = (fields: object, ...more: { id: string; type: string }[]) =>
    actionOf('i', { add: [{ ...idea, ...fields }, next, ...more], belongs_to: [['k', 'i']] })
  const policy = consequence('k', { layer: 'policy' })
  const first = arrow('a', 'i', 'next')
  expect(type({ ...scores, actionType: 'improvement' }, policy, first)).toMatchObject({
    type: 'improvement',
    typeSource: 'explicit',
  })
  expect(type(scores, policy, first).type).toBe('policy_change')
  expect(type(scores, first)).toMatchObject({ type: 'precondition', typeSource: 'dependency' })
  expect(type(scores)).toMatchObject({ type: 'quick_win', typeSource: 'matrix' })
  expect(type({ effort: 3, impact: 5 })).toMatchObject({ type: 'improvement', typeSource: 'default' })
})

test('[AX526] the label "snel te doen" stays, and is told when it does not fit', () => {
  const labelled = { ...idea, actionType: 'quick_win', effort: 3 }
  const action = actionOf('i', { add: [labelled, consequence('k', { layer: 'policy' })], belongs_to: [['k', 'i']] })
  expect(action).toMatchObject({ type: 'quick_win', typeSource: 'explicit' })
  expect(refsOf(action, 'QUICK_WIN_MISMATCH')).toEqual([])
  expect(refsOf(action, 'QUICK_WIN_NEEDS_POLICY')).toEqual(['k'])
  const fitting = codesOf(actionOf('i', { add: [{ ...labelled, effort: 2 }] }))
  expect(fitting).not.toContain('QUICK_WIN_MISMATCH')
  expect(fitting).not.toContain('QUICK_WIN_NEEDS_POLICY')
})

test('[AX220] arrows from idea to idea say what comes first; other arrows between cards do not', () => {
  const add = [idea, ideaAt('b', 1000, 900), ideaAt('empty', 200, 900, { title: '' }), arrow('a', 'b', 'i')]
  const extraction = extracted({ add: [...add, arrow('c', 'empty', 'i')], belongs_to: [['i', 'b']] })
  expect(extraction.actions.map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
    ['act:b', []],
    ['act:i', ['act:b']],
  ])
})

test('[AX530] ideas that wait for each other keep their links, and are told', () => {
  const add = ['a', 'b', 'c', 'after'].map((id, i) => ideaAt(id, 200 + 400 * i, 900))
  const arrows = [arrow('ab', 'a', 'b'), arrow('bc', 'b', 'c'), arrow('ca', 'c', 'a'), arrow('ax', 'a', 'after')]
  const { actions } = extracted({ add: [...add, ...arrows] })
  const byId = Object.fromEntries(actions.map((action) => [action.id, action]))
  expect(byId['act:a']).toMatchObject({ dependsOn: ['act:c'] })
  expect(byId['act:b']).toMatchObject({ dependsOn: ['act:a'] })
  expect(actions.map((action) => [action.id, refsOf(action, 'DEPENDENCY_CYCLE')])).toEqual([
    ['act:a', ['act:b', 'act:c']],
    ['act:after', null],
    ['act:b', ['act:a', 'act:c']],
    ['act:c', ['act:a', 'act:b']],
  ])
})
