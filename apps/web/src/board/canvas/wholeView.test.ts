import { expect, test } from 'vitest'
import { cameraFor } from './wholeView.ts'

const area = { x: -300, y: -200, w: 4000, h: 3000 }

test.for([
  { screen: { w: 1440, h: 840 }, bar: 96 },
  { screen: { w: 1280, h: 660 }, bar: 152 },
  { screen: { w: 390, h: 784 }, bar: 140 },
])('[US1] the whole board stands above the bar of tools in a window of $screen.w pixels', ({ screen, bar }) => {
  const { x, y, z } = cameraFor(area, screen, true)
  const [left, top] = [(area.x + x) * z, (area.y + y) * z]
  expect(left).toBeGreaterThanOrEqual(16)
  expect(left + area.w * z).toBeLessThanOrEqual(screen.w - 16)
  expect(top).toBeGreaterThanOrEqual(16)
  expect(top + area.h * z).toBeLessThanOrEqual(screen.h - bar)
})

test('[US1] a single card is not blown up to be the whole board', () => {
  expect(cameraFor({ x: 0, y: 0, w: 200, h: 130 }, { w: 1440, h: 840 }, true).z).toBe(1)
})
