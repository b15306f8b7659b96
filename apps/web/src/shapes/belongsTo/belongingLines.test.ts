import { expect, test } from 'vitest'
import { edgeTowards } from './belongingLines.ts'

const area = { x: 0, y: 0, w: 200, h: 100 }

test('[LK7] a line leaves a card at its edge', () => {
  expect(edgeTowards(area, { x: 500, y: 50 })).toEqual({ x: 200, y: 50 })
  expect(edgeTowards(area, { x: 100, y: -300 })).toEqual({ x: 100, y: 0 })
  expect(edgeTowards(area, { x: 300, y: 150 })).toEqual({ x: 200, y: 100 })
})

test('[LK7] to a point within the card it starts at the centre', () => {
  expect(edgeTowards(area, { x: 120, y: 60 })).toEqual({ x: 100, y: 50 })
  expect(edgeTowards(area, { x: 100, y: 50 })).toEqual({ x: 100, y: 50 })
})
