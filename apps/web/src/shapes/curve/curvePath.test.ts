import { expect, test } from 'vitest'
import { feelingAtHeight, heightOf, smoothPath, smoothPoints, stretchesOf } from './curvePath.ts'

test('[LK4] +2 is at the top of the lane, 0 in the middle, -2 at the bottom, with room for a face', () => {
  expect(heightOf(2, 180)).toBe(24)
  expect(heightOf(0, 180)).toBe(90)
  expect(heightOf(-2, 180)).toBe(156)
  expect(heightOf(2, 10)).toBe(5)
})

test('[LK4] a step without a point breaks the line', () => {
  const points = [0, 1, 3, 5, 6].map((at) => ({ at }))
  expect(stretchesOf(points).map((stretch) => stretch.map(({ at }) => at))).toEqual([[0, 1], [3], [5, 6]])
  expect(stretchesOf([])).toEqual([])
})

test('[CV1] a height in the lane means the nearest face, above and below the lane the outermost', () => {
  for (const laneHeight of [80, 180, 400])
    for (const feeling of [-2, -1, 0, 1, 2])
      expect(feelingAtHeight(heightOf(feeling, laneHeight), laneHeight)).toBe(feeling)
  expect(feelingAtHeight(-500, 180)).toBe(2)
  expect(feelingAtHeight(500, 180)).toBe(-2)
  expect(feelingAtHeight(heightOf(1, 180) + 16, 180)).toBe(1)
  expect(feelingAtHeight(heightOf(1, 180) + 17, 180)).toBe(0)
  expect(feelingAtHeight(5, 10)).toBe(0)
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
