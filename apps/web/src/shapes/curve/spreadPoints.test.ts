import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DOT_SIZE, FACE_SIZE } from './curveMeasures.ts'
import { spreadPoints, type PointMark } from './spreadPoints.ts'

const face: PointMark = { curveId: 'a', isFace: true }
const dot: PointMark = { curveId: 'b', isFace: false }

test('[CV2] a face alone stands at its step, and stays there when dots come beside it', () => {
  expect(spreadPoints([face])).toEqual([0])
  expect(spreadPoints([dot])).toEqual([0])
  expect(spreadPoints([dot, face])[1]).toBe(0)
  expect(spreadPoints([])).toEqual([])
})

test('[CV2] points of several lines at one step and height do not lie over each other', () => {
  const marks = fc.array(
    fc.boolean().map((isFace) => (isFace ? face : dot)),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(marks, (some) => {
      const placed = spreadPoints(some).map((x, at) => ({ x, w: some[at]?.isFace === true ? FACE_SIZE : DOT_SIZE }))
      expect(placed.length).toBe(some.length)
      const ordered = placed.toSorted((a, b) => a.x - b.x)
      for (const [at, { x, w }] of ordered.entries()) {
        const next = ordered[at + 1]
        if (next !== undefined) expect(next.x - x).toBeGreaterThanOrEqual((next.w + w) / 2)
      }
    }),
  )
})
