import { expect, test } from 'vitest'
import { shapeIdOf } from '../../interchange/demoRecords.ts'
import { boardOfRiet, boardOfYonas, demoId, demoIds } from '../../testing/demoBoards.ts'
import { viewOf } from '../../testing/viewOf.ts'
import { gapView } from './gapView.ts'

test('[JV101] Riet: staff were furthest off at the letter, and judged two steps lower than she did', () => {
  const { gaps, named, judgedLower } = viewOf(boardOfRiet(), gapView, shapeIdOf('j-riet'))
  expect(named.map(({ stepId, gap }) => [demoId(stepId), gap])).toEqual([
    ['t07', 3],
    ['t10', 2],
    ['t12', 2],
  ])
  expect(judgedLower).toEqual(demoIds('t09 t16'))
  expect(gaps).toHaveLength(14)
  expect(gaps.at(-1)).toEqual({ stepId: shapeIdOf('t14'), client: 1, staff: 1, gap: 0 })
})

test('[JV101] Yonas: two steps lie two apart, and the counter was judged lower than it was', () => {
  const { gaps, named, judgedLower } = viewOf(boardOfYonas(), gapView, shapeIdOf('j-yonas'))
  expect(named.map(({ stepId, gap }) => [demoId(stepId), gap])).toEqual([
    ['u07', 2],
    ['u12', 2],
    ['u17', 2],
  ])
  expect(judgedLower).toEqual(demoIds('u04 u11 u14 u18'))
  expect(gaps).toHaveLength(17)
})

test('[JV101] of a journey that is gone there is nothing to tell', () => {
  expect(viewOf(boardOfRiet(), gapView, shapeIdOf('gone'))).toEqual({ gaps: [], named: [], judgedLower: [] })
})
