import { expect, test } from 'vitest'
import { uncover, type Rectangle } from './uncover.ts'

const box = (left: number, top: number, w: number, h: number): Rectangle => ({
  left,
  top,
  right: left + w,
  bottom: top + h,
})
const laptop = box(0, 60, 1440, 840)
const panel = box(1080, 76, 344, 700)
const tools = box(213, 812, 1014, 72)

test('[BV11] a card under the panel comes out beside it, and one that is free stays', () => {
  expect(uncover(box(1200, 300, 200, 150), laptop, [panel, tools])).toEqual({ x: -336, y: 0 })
  expect(uncover(box(860, 300, 200, 150), laptop, [panel, tools])).toBe(null)
})

test('[BV11] a card under the tools, or under a panel that comes from below, comes out above', () => {
  expect(uncover(box(400, 700, 200, 150), laptop, [panel, tools])).toEqual({ x: 0, y: -54 })
  const sheet = box(0, 390, 390, 454)
  expect(uncover(box(40, 420, 200, 150), box(0, 60, 390, 784), [sheet])).toEqual({ x: 0, y: -196 })
})

test('[BV11] what is larger than the free room is not moved about', () => {
  expect(uncover(box(200, 100, 1200, 600), laptop, [panel, tools])).toBe(null)
})
