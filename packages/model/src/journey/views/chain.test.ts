import { expect, test } from 'vitest'
import { id, ids, named, plainBoard, plainJourney } from '../../testing/plainBoard.ts'
import { blindSpots } from './blindSpots.ts'
import { burden } from './burden.ts'
import { chainTable } from './chainTable.ts'
import { viewOf } from '../../testing/viewOf.ts'
import { handovers } from './handovers.ts'

const j = id('j')
const actors = { kcc: { type: 'actor' }, wmo: { type: 'actor' }, zorg: { type: 'actor' } }
const map = (fields: Readonly<Record<string, object>>) => ({ ...actors, ...plainJourney('j', ['a b', 'c d'], fields) })
const by = (names: string, more: object = {}) => ({ actorIds: ids(names), ...more })

test('[JV104] steps at which nobody takes part are passed over, and told', () => {
  const board = plainBoard(map({ a: by('kcc', { handover: 'cold' }), b: {}, c: by('gone'), d: by('wmo') }))
  expect(viewOf(board, handovers, j)).toEqual([
    {
      fromStepId: id('a'),
      toStepId: id('d'),
      fromActorIds: ids('kcc'),
      toActorIds: ids('wmo'),
      betweenStepIds: ids('b c'),
      handover: 'cold',
    },
  ])
})

test('[JV104] one organisation in common is no hand-over, also after a wait', () => {
  const board = plainBoard(map({ a: by('kcc wmo'), b: {}, c: by('zorg wmo'), d: by('zorg') }))
  expect(viewOf(board, handovers, j)).toEqual([])
})

test('[JV103] rows follow the journey; a step of two organisations counts for both, one named twice counts once', () => {
  const board = plainBoard(
    map({ a: by('wmo wmo gone', { waitDays: 3 }), b: by('kcc wmo', { waitDays: 4 }), d: by('kcc') }),
  )
  const { rows, withoutActor } = viewOf(board, chainTable, j)
  expect(rows.map(({ actorId, stepIds, waitDays }) => `${named([actorId])}: ${named(stepIds)} ${waitDays}`)).toEqual([
    'wmo: a b 7',
    'kcc: b d 4',
  ])
  expect(named(withoutActor)).toBe('c')
})

test('[JV103] the mean face is that of the clients', () => {
  const faces = (voice: string, a: number, b: number) => ({
    type: 'curve',
    journeyId: j,
    voice,
    points: { [id('a')]: a, [id('b')]: b },
  })
  const board = plainBoard({
    ...map({ a: by('kcc'), b: by('kcc'), c: by('wmo') }),
    one: faces('client', -2, 1),
    staff: faces('professional', 2, 2),
  })
  expect(viewOf(board, chainTable, j).rows.map(({ meanFace }) => meanFace)).toEqual([-0.5, null])
})

const pain = (x: number, more: object = {}) => ({
  type: 'pain-point',
  parentId: j,
  geometry: [x, 500, 0, 100, 100],
  ...more,
})

test('[JV103] a pain point counts for whom it names, wherever it stands', () => {
  const board = plainBoard({ ...map({ a: by('kcc'), b: by('wmo') }), p: pain(0, by('wmo')) }, ['p>a'])
  expect(viewOf(board, chainTable, j).rows.map(({ painPointIds }) => named(painPointIds))).toEqual(['', 'p'])
})

test('[JV103] a pain point that names nobody on the board counts for the organisations at its steps', () => {
  const steps = { a: by('kcc'), b: by('wmo'), c: by('zorg') }
  const bound = plainBoard({ ...map(steps), p: pain(0, by('gone')) }, ['p>b', 'p>c'])
  expect(viewOf(bound, chainTable, j).rows.map(({ painPointIds }) => named(painPointIds))).toEqual(['', 'p', 'p'])
  // Without a link, the one step that it stands under.
  const standing = plainBoard({ ...map(steps), p: pain(0) })
  expect(viewOf(standing, chainTable, j).rows.map(({ painPointIds }) => named(painPointIds))).toEqual(['p', '', ''])
  const between = plainBoard({ ...map(steps), p: pain(50) })
  expect(viewOf(between, chainTable, j).rows.map(({ painPointIds }) => named(painPointIds))).toEqual(['', '', ''])
})

test('[JV103] a pain point that belongs to a step of another journey is not told here', () => {
  const other = plainJourney('k', ['x', ''], {}, { geometry: [0, 3000, 0, 800, 900] })
  const board = plainBoard({ ...map({ a: by('kcc') }), ...other, p: pain(0, by('kcc')) }, ['p>x'])
  expect(viewOf(board, chainTable, j).rows.map(({ painPointIds }) => named(painPointIds))).toEqual([''])
})

test('[JV105] what is waited at unseen steps is told too', () => {
  const board = plainBoard(map({ b: { seenByOrg: false, waitDays: 5 }, c: { waitDays: 9 }, d: { seenByOrg: false } }))
  expect(viewOf(board, blindSpots, j)).toEqual({
    stepIds: ids('b d'),
    steps: 4,
    waiting: { days: 5, stepIds: ids('b') },
  })
})

test('[JV106] a form counts once a step, a friction that was put there twice as well', () => {
  const board = plainBoard(
    map({
      a: { channel: 'web_form', friction: ['new_form', 'retell_story', 'retell_story'] },
      b: { channel: 'web_form' },
      c: { friction: ['new_form'] },
      d: { channel: 'letter', friction: ['new_contact_person'] },
    }),
  )
  const { forms, toldAgain, newContacts, letters, waiting } = viewOf(board, burden, j)
  expect(forms).toEqual({ count: 3, stepIds: ids('a b c') })
  expect([toldAgain.count, newContacts.count, letters.count, waiting]).toEqual([1, 1, 1, { days: 0, stepIds: [] }])
})
