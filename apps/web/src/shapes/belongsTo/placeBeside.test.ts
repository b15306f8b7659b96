import { expect, test } from 'vitest'
import { placeBeside } from './placeBeside.ts'

const target = { x: 100, y: 100, w: 200, h: 150 }
const card = { x: 120, y: 130, w: 200, h: 120 }

test('[LK3] a dropped card goes below its target', () => {
  expect(placeBeside(card, target, [])).toMatchObject({ x: 100, y: 262 })
})

test('[LK3] when below is taken it goes right, then left, then above', () => {
  const below = { x: 100, y: 262, w: 200, h: 120 }
  const right = { x: 312, y: 100, w: 200, h: 150 }
  const left = { x: -112, y: 100, w: 200, h: 150 }
  expect(placeBeside(card, target, [below])).toMatchObject({ x: 312, y: 100 })
  expect(placeBeside(card, target, [below, right])).toMatchObject({ x: -112, y: 100 })
  expect(placeBeside(card, target, [below, right, left])).toMatchObject({ x: 100, y: -32 })
})

test('[LK3] in a journey it keeps its own lane, under the target', () => {
  const home = { x: 700, y: 400, w: 200, h: 120 }
  expect(placeBeside(card, target, [], { home, laneTop: null })).toMatchObject({ x: 100, y: 400 })
})

test('[LK3] in a journey it goes back home when its lane is taken there', () => {
  const home = { x: 700, y: 400, w: 200, h: 120 }
  const taken = { x: 120, y: 410, w: 200, h: 120 }
  expect(placeBeside(card, target, [taken], { home, laneTop: null })).toEqual({ x: 700, y: 400 })
})

test('[LK3] from outside it goes to the lane of its kind, as near the target as there is room', () => {
  const lane = { home: null, laneTop: 500 }
  const taken = { x: 90, y: 500, w: 200, h: 120 }
  expect(placeBeside(card, target, [], lane)).toMatchObject({ x: 100, y: 500 })
  expect(placeBeside(card, target, [taken], lane)).toMatchObject({ x: 312, y: 500 })
})

test('[LK3] with no free side at all it still does not cover its target', () => {
  const everywhere = { x: -5000, y: -5000, w: 10_000, h: 10_000 }
  expect(placeBeside(card, target, [everywhere]).y).toBeGreaterThanOrEqual(target.y + target.h)
})
