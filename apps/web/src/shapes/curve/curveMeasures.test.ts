import { expect, test } from 'vitest'
import { LEGEND_HEIGHT, legendPlan, legendTop } from './curveMeasures.ts'

test('[CV7] as many lines are told by name as have room beside the lane, the others are counted', () => {
  expect(legendPlan(0, 180)).toEqual({ named: 0, others: 0 })
  expect(legendPlan(5, 180)).toEqual({ named: 5, others: 0 })
  expect(legendPlan(14, 180)).toEqual({ named: 4, others: 10 })
  expect(legendPlan(14, 600)).toEqual({ named: 14, others: 0 })
  expect(legendPlan(5, 20)).toEqual({ named: 1, others: 4 })
  for (const height of [150, 180, 240, 400])
    for (let lines = 0; lines < 20; lines++) {
      const { named, others } = legendPlan(lines, height)
      expect(named + others).toBe(lines)
      const rows = named + (lines > 1 ? 1 : 0) + (others > 0 ? 1 : 0)
      expect(legendTop(rows - 1) + LEGEND_HEIGHT).toBeLessThanOrEqual(height)
    }
})
