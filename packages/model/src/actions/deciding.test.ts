import { expect, test } from 'vitest'
import { participantId } from './examples/exampleInput.ts'
import { actionOf, codesOf, extracted, ideaAt, refsOf } from './examples/exampleResult.ts'

const idea = ideaAt('i', 1400, 900)
const arrow = (id: string, start: string, end: string) => ({ id, type: 'arrow', start, end })

test('[AX508, AX210, AX211] two organisations by arrow and no field: none is chosen, both take part', () => {
  const action = actionOf('i', { add: [idea, arrow('a', 'ac1', 'i'), arrow('b', 'i', 'ac2')] })
  expect(action).toMatchObject({ organisation: null, contributors: [{ id: 'ac1' }, { id: 'ac2' }] })
  expect(refsOf(action, 'OWNER_CONFLICT')).toEqual(['ac1', 'ac2'])
  expect(codesOf(action)).not.toContain('ORG_SUGGESTED')
})

test('[AX509, AX210] the field wins over an arrow from another organisation, which takes part', () => {
  const action = actionOf('i', {
    add: [{ ...idea, organisationId: 'ac1' }, arrow('a', 'ac2', 'i'), arrow('b', 'i', 'ac1')],
  })
  expect(action.organisation).toMatchObject({ id: 'ac1', via: 'field' })
  expect(action.contributors).toEqual([{ id: 'ac2', label: 'Wijkteam Oost', via: 'arrow' }])
  expect(refsOf(action, 'ORG_FIELD_OVER_ARROW')).toEqual(['ac2'])
})

test('[AX210] the only actor of the touchpoints is a suggestion, and still missing', () => {
  const action = actionOf('i', { add: [idea] })
  expect(action.organisation).toEqual({ id: 'ac1', label: 'Wmo-loket', via: 'inherited' })
  expect(action.missing).toContain('organisation')
  expect(refsOf(action, 'ORG_SUGGESTED')).toEqual(['ac1'])
  expect(actionOf('i', { add: [idea], deleted: ['ac1'] }).organisation).toBeNull()
})

test('[AX508, AX211] of frames around frames the nearest with an actor decides, and the others take part', () => {
  const framed = [
    { id: 'outer', type: 'frame', parentId: 'j1', x: 1300, y: 820, w: 200, h: 160, title: '' },
    { id: 'inner', type: 'frame', parentId: 'outer', x: 0, y: 0, w: 200, h: 160, title: '' },
    { ...idea, parentId: 'inner', x: 10, y: 20 },
    arrow('a', 'ac1', 'outer'),
    arrow('b', 'inner', 'ac2'),
  ]
  const action = actionOf('i', { add: framed })
  expect(action.organisation).toMatchObject({ id: 'ac2', via: 'frame' })
  expect(action.contributors).toMatchObject([{ id: 'ac1', via: 'frame' }])
  const conflict = actionOf('i', { add: [...framed, arrow('c', 'inner', 'ac3')] })
  expect(conflict.organisation).toBeNull()
  expect(refsOf(conflict, 'OWNER_CONFLICT')).toEqual(['ac2', 'ac3'])
})

test('[AX510] two names in the field of the owner: kept as text, and the owner is missing', () => {
  const action = actionOf('i', { add: [{ ...idea, owner: ' Sanne  en Karim', status: 'agreed' }] })
  expect(action.owner).toEqual({ name: 'Sanne en Karim', participantId: null })
  expect(action.missing).toContain('owner')
  expect(refsOf(action, 'OWNER_MULTIPLE')).toEqual([])
})

test('[AX511] a client may be the owner, and it is told', () => {
  const owned = (id: string) => actionOf('i', { add: [{ ...idea, owner: 'Iemand', ownerParticipantId: id }] })
  expect(refsOf(owned('pa2'), 'OWNER_IS_CLIENT')).toEqual(['pa2'])
  expect(owned('pa2').missing).not.toContain('owner')
  expect(codesOf(owned('pa4'))).not.toContain('OWNER_IS_CLIENT')
})

test('[AX512, AX212] writing an idea is not volunteering: an empty field is no owner', () => {
  const action = actionOf('i', { add: [{ ...idea, meta: { createdBy: 'pa_4' } }] })
  expect(action.owner).toBeNull()
  expect(action.missing).toContain('owner')
})

test('[AX212] a participant who said yes without a typed name is the owner by her own name', () => {
  expect(actionOf('i', { add: [{ ...idea, ownerParticipantId: 'pa4' }] }).owner).toEqual({
    name: 'Consulent',
    participantId: 'pa4',
  })
})

test('[AX513] an owner who left or withdrew is none any more', () => {
  const add = [{ ...idea, owner: 'Consulent', ownerParticipantId: 'pa4' }]
  const action = actionOf('i', { add, attendees: [{ id: participantId('pa4'), gone: true }] })
  expect(action.owner).toBeNull()
  expect(action.missing).toContain('owner')
  expect(refsOf(action, 'OWNER_GONE')).toEqual(['pa4'])
})

test('[AX525, AX213] the place in the matrix wins over the fields, and is told when they differ', () => {
  const inMatrix = { ...ideaAt('i', 2250, 850, { parentId: 'page' }), effort: 5, impact: 5 }
  const action = actionOf('i', { add: [inMatrix] })
  expect(action).toMatchObject({ effort: 1, impact: 1, quadrant: 'fill_in' })
  expect(refsOf(action, 'MATRIX_OVER_FIELD')).toEqual(['mx1'])
  const same = actionOf('i', { add: [{ ...inMatrix, effort: 1, impact: null }] })
  expect(codesOf(same)).not.toContain('MATRIX_OVER_FIELD')
})

test('[AX213] the matrix: effort from left to right, impact from bottom to top, cells half-open', () => {
  const scores = (x: number, y: number) => {
    const { effort, impact } = actionOf('i', { add: [ideaAt('i', x, y, { parentId: 'page' })] })
    return [effort, impact]
  }
  expect(scores(2200, 400)).toEqual([1, 5])
  expect(scores(2299, 499)).toEqual([1, 5])
  expect(scores(2300, 500)).toEqual([2, 4])
  expect(scores(2699, 899)).toEqual([5, 1])
  expect(scores(2700, 899)).toEqual([null, null])
  expect(scores(2699, 900)).toEqual([null, null])
})

test('[AX213, AX309] a matrix on another page holds nothing of this one', () => {
  const elsewhere = ideaAt('i', 2250, 850, { parentId: 'page:two' })
  expect(actionOf('i', { add: [elsewhere], pages: ['page:two'] })).toMatchObject({ effort: null, impact: null })
})

const quadrants = [
  [2, 4, 'quick_win'],
  [3, 4, 'big_project'],
  [2, 3, 'fill_in'],
  [3, 3, 'reconsider'],
  [null, 3, null],
] as const

test.each(quadrants)('[AX214] effort %s and impact %s make %s', (effort, impact, quadrant) => {
  expect(actionOf('i', { add: [{ ...idea, effort, impact }] }).quadrant).toBe(quadrant)
})

const vote = (target: string, by: string, count = 1, round = 'r2') => ({ round, by, target, count })

test('[AX216] votes of the last closed round on ideas count, per person at most what a target may get', () => {
  const early = { closedAt: '2026-03-12T10:00:00Z' }
  const board = {
    add: [idea],
    rounds: { r1: early, onPain: { target: 'pain-point' as const, closedAt: '2026-03-12T15:00:00Z' } },
    votes: [vote('i', 'pa2', 3), vote('i', 'pa4'), vote('i', 'pa5', 2, 'r1'), vote('i', 'pa6', 1, 'onPain')],
  }
  expect(actionOf('i', board).priority).toEqual({
    votes: 3,
    voters: 2,
    byGroup: { client: 2, professional: 1, policy: 0, other: 0 },
    rank: 1,
  })
})

test('[AX528] while a round is open the last closed one counts, or none; every action says so alike', () => {
  const open = { status: 'open' as const, closedAt: null }
  const votes = [vote('i', 'pa2'), vote('i', 'pa4', 2, 'r3')]
  const board = { add: [idea, ideaAt('other', 200, 900)], votes }
  const { actions } = extracted({ ...board, rounds: { r3: open } })
  expect(actions.map((action) => [action.id, action.priority.votes, refsOf(action, 'VOTES_OPEN')])).toEqual([
    ['act:i', 1, ['r3']],
    ['act:other', 0, ['r3']],
  ])
  expect(actionOf('i', { ...board, rounds: { r2: open } }).priority.votes).toBe(0)
  expect(codesOf(actionOf('i', board))).not.toContain('VOTES_OPEN')
})

test('[AX529] votes of people who left stay, of people who only tested are out', () => {
  const board = { add: [idea], votes: [vote('i', 'pa2'), vote('i', 'pa4'), vote('i', 'pa9')] }
  const attendees = [
    { id: participantId('pa2'), gone: true },
    { id: participantId('pa4'), test: true },
  ]
  expect(actionOf('i', { ...board, attendees }).priority).toMatchObject({
    votes: 2,
    byGroup: { client: 1, professional: 0, policy: 0, other: 1 },
  })
})

test('[AX217] rank: votes, votes of clients, impact, effort; equal on all four is equal in rank', () => {
  const made = (id: string, x: number, fields: Readonly<Record<string, unknown>> = {}) => ideaAt(id, x, 900, fields)
  const { actions } = extracted({
    add: [
      made('none', 200),
      made('cheap', 300, { impact: 4, effort: 1 }),
      made('dear', 600, { impact: 4, effort: 5 }),
      made('unknown', 700, { impact: 4 }),
      made('twinB', 1000, { impact: 5 }),
      made('twinA', 1100, { impact: 5 }),
      made('policy', 1400),
      made('client', 1500),
      made('most', 1800),
    ],
    votes: [vote('most', 'pa4', 2), vote('most', 'pa6'), vote('client', 'pa2', 2), vote('policy', 'pa6', 2)],
  })
  expect(actions.map(({ id, priority }) => [id.slice(4), priority.rank])).toEqual([
    ['most', 1],
    ['client', 2],
    ['policy', 3],
    ['twinA', 4],
    ['twinB', 4],
    ['cheap', 6],
    ['dear', 7],
    ['unknown', 8],
    ['none', 9],
  ])
})

test('[AX221] ready: agreed, with one owner, an organisation that is no suggestion, and a date', () => {
  const whole = { ...idea, status: 'agreed', owner: 'Omar', organisationId: 'ac1', deadline: '1 mei' }
  const ready = (fields: object) => actionOf('i', { add: [{ ...whole, ...fields }] })
  expect(ready({})).toMatchObject({ ready: true, missing: ['painPoint', 'effortImpact'] })
  expect(ready({ status: 'proposed' }).ready).toBe(false)
  expect(ready({ owner: 'Omar en Riet' }).ready).toBe(false)
  expect(ready({ organisationId: null })).toMatchObject({ ready: false, organisation: { via: 'inherited' } })
  expect(ready({ deadline: 'asap' })).toMatchObject({
    ready: false,
    missing: ['deadline', 'painPoint', 'effortImpact'],
  })
})

test('[AX401] a deadline that cannot be read keeps its text; one before the session is told', () => {
  const unread = actionOf('i', { add: [{ ...idea, deadline: 'na de  zomer' }] })
  expect(unread.deadline).toEqual({ date: null, text: 'na de zomer' })
  expect(refsOf(unread, 'DEADLINE_UNPARSED')).toEqual([])
  const past = actionOf('i', { add: [{ ...idea, deadline: '11-3-2026' }] })
  expect(past.deadline).toEqual({ date: '2026-03-11', text: '11-3-2026' })
  expect(refsOf(past, 'DEADLINE_PAST')).toEqual([])
  expect(codesOf(actionOf('i', { add: [{ ...idea, deadline: '12-3-2026' }] }))).not.toContain('DEADLINE_PAST')
})
