import { expect, test } from 'vitest'
import { belongingPath, edgeTowards } from './belongingPath.ts'

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

test('[LK7] cards below each other are joined beside the cards between them', () => {
  const below = { x: 10, y: 400, w: 200, h: 100 }
  expect(belongingPath(below, area)).toEqual({ path: 'M10,424 C-24,424 -24,76 0,76', end: { x: 0, y: 76 } })
  expect(belongingPath(area, below).end).toEqual({ x: 10, y: 424 })
})

test('[LK7] cards side by side are joined straight', () => {
  const right = { x: 400, y: 0, w: 200, h: 100 }
  expect(belongingPath(right, area)).toEqual({ path: 'M400,50 L200,50', end: { x: 200, y: 50 } })
})
