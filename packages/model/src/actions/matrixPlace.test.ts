import { expect, test } from 'vitest'
import { cellAt, middleOfCell } from './matrixPlace.ts'

const size = { w: 640, h: 600 }

test('[MX2] the middle of every cell lies in that cell', () => {
  for (const effort of [1, 2, 3, 4, 5] as const) {
    for (const impact of [1, 2, 3, 4, 5] as const) {
      expect(cellAt(size, middleOfCell(size, { effort, impact }))).toEqual({ effort, impact })
    }
  }
})

test('[MX2] corners: little effort at the left, much impact above; the far lines are outside', () => {
  expect(cellAt(size, { x: 0, y: 0 })).toEqual({ effort: 1, impact: 5 })
  expect(cellAt(size, { x: 639, y: 599 })).toEqual({ effort: 5, impact: 1 })
  expect(cellAt(size, { x: 128, y: 120 })).toEqual({ effort: 2, impact: 4 })
  expect(cellAt(size, { x: 640, y: 10 })).toBeNull()
  expect(cellAt(size, { x: 10, y: 600 })).toBeNull()
  expect(cellAt(size, { x: -1, y: 10 })).toBeNull()
})
