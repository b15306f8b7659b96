import { expect, test } from 'vitest'
import { heightOf, smoothPath, smoothPoints, stretches } from './curvePath.ts'

test('[LK4] +2 is at the top of the lane, 0 in the middle, -2 at the bottom, with room for a face', () => {
  expect(heightOf(2, 180)).toBe(24)
  expect(heightOf(0, 180)).toBe(90)
  expect(heightOf(-2, 180)).toBe(156)
  expect(heightOf(2, 10)).toBe(5)
})

test('[LK4] a step without a point breaks the line', () => {
  const points = new Map([
    ['a', 1],
    ['b', 2],
    ['d', 0],
    ['f', -1],
    ['g', -2],
  ])
  const steps = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  expect(stretches(steps, (step) => points.has(step))).toEqual([['a', 'b'], ['d'], ['f', 'g']])
  expect(stretches([], () => true)).toEqual([])
})

test('[LK4] the line goes through every point', () => {
  const points = [
    { x: 0, y: 90 },
    { x: 100, y: 24 },
    { x: 250, y: 156 },
  ]
  const path = smoothPath(points)
  expect(path).toMatch(/^M0,90 C/)
  expect(path).toContain(' 100,24 ')
  expect(path).toMatch(/ 250,156$/)
  expect(smoothPath(points.slice(0, 1))).toBe('')
  expect(smoothPath([])).toBe('')
})

test('[LK4] between two neighbours the line shows no feeling that nobody had', () => {
  const heights = [90, 24, 24, 156, 123, 57, 57, 156, 24]
  const points = heights.map((y, index) => ({ x: index * index * 37, y }))
  const line = smoothPoints(points)
  for (const { x, y } of line) {
    const index = points.findIndex((point) => point.x >= x)
    const around = [points[Math.max(0, index - 1)]?.y ?? y, points[index]?.y ?? y]
    expect(y).toBeGreaterThanOrEqual(Math.min(...around) - 1e-6)
    expect(y).toBeLessThanOrEqual(Math.max(...around) + 1e-6)
  }
  expect(line.at(-1)).toEqual(points.at(-1))
})
