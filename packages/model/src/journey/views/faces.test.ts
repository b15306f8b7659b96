import { expect, test } from 'vitest'
import { id, named, plainBoard, plainJourney } from '../../testing/plainBoard.ts'
import { curveSummary } from './curveSummary.ts'
import { viewOf } from '../../testing/viewOf.ts'
import { gapView } from './gapView.ts'

const j = id('j')
const points = (faces: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(faces).map(([step, face]) => [id(step), face]))
const curve = (voice: string, faces: Readonly<Record<string, number>>, more: object = {}) => ({
  type: 'curve',
  voice,
  journeyId: j,
  points: points(faces),
  ...more,
})
const map = plainJourney('j', ['a b', 'c d'])

test('[JV101] several clients and several staff count by their mean; a carer is on neither side, an expert speaks for clients', () => {
  const board = plainBoard({
    ...map,
    one: curve('client', { a: -2, b: 0 }),
    two: curve('expert_by_experience', { a: -1 }),
    carer: curve('informal_carer', { a: 2, b: 2, c: 2 }),
    staff: curve('professional', { a: 1, b: -1 }),
    partner: curve('partner', { a: 0 }),
    policy: curve('policy', { c: 1 }),
  })
  const { gaps, judgedLower } = viewOf(board, gapView, j)
  expect(gaps).toEqual([
    { stepId: id('a'), client: -1.5, staff: 0.5, gap: 2 },
    { stepId: id('b'), client: 0, staff: -1, gap: -1 },
  ])
  expect(named(judgedLower)).toBe('b')
})

test('[JV101] a step on which both agree is no gap to name', () => {
  const board = plainBoard({
    ...map,
    one: curve('client', { a: 1, b: 1 }),
    staff: curve('professional', { a: 1, b: 2 }),
  })
  const { gaps, named: largest } = viewOf(board, gapView, j)
  expect(gaps.map(({ gap }) => gap)).toEqual([1, 0])
  expect(largest.map(({ stepId }) => stepId)).toEqual([id('b')])
})

test('[JV102] drafts, points of other steps, and curves of other journeys do not count', () => {
  const board = plainBoard({
    ...map,
    ...plainJourney('k', ['x', ''], {}, { geometry: [0, 3000, 0, 800, 900] }),
    one: curve('client', { a: -1, gone: 2, x: 2 }),
    draft: curve('client', { a: 2, b: 2 }, { status: 'draft' }),
    other: curve('client', { a: 2, x: 1 }, { journeyId: id('k') }),
  })
  const { curves, client } = viewOf(board, curveSummary, j)
  expect(curves.map(({ curveId }) => curveId)).toEqual([id('one')])
  expect(client).toMatchObject({ mean: -1, negative: 1, neutral: 0, positive: 0 })
  expect(viewOf(board, curveSummary, id('k')).client.mean).toBe(1)
})

test('[JV102] a curve that names no journey on the board belongs to the one it stands in', () => {
  const standing = { geometry: [0, 300, 0, 800, 180], parentId: j }
  const board = plainBoard({
    ...map,
    unnamed: curve('client', { a: 2 }, { ...standing, journeyId: null }),
    lost: curve('client', { a: 0 }, { ...standing, journeyId: id('gone') }),
    far: curve('client', { a: -2 }, { journeyId: null, geometry: [9000, 9000, 0, 800, 180] }),
  })
  expect(viewOf(board, curveSummary, j).client.mean).toBe(1)
})

test('[JV102] lowest and highest say nothing when every step felt the same, and nothing was asked is no zero', () => {
  const flat = viewOf(plainBoard({ ...map, one: curve('client', { a: 1, c: 1 }) }), curveSummary, j).client
  expect([flat.mean, flat.lowest, flat.highest]).toEqual([1, null, null])
  const none = viewOf(plainBoard(map), curveSummary, j).client
  expect(none).toMatchObject({ mean: null, negative: 0, neutral: 0, positive: 0, lowest: null, highest: null })
  expect(none.phases.map(({ mean }) => mean)).toEqual([null, null])
})

test('[JV102] clients come before staff, and no voice is averaged away', () => {
  const board = plainBoard({
    ...map,
    z: curve('client', { a: 2 }),
    y: curve('client', { a: -2 }),
    x: curve('professional', { a: 0 }),
    w: curve('informal_carer', { a: 1 }),
  })
  const { curves, client } = viewOf(board, curveSummary, j)
  expect(curves.map(({ curveId, mean }) => `${named([curveId])} ${mean}`)).toEqual(['y -2', 'z 2', 'w 1', 'x 0'])
  expect(client.mean).toBe(0)
})
