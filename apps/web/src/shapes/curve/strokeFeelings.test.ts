import fc from 'fast-check'
import { createShapeId } from 'tldraw'
import { expect, test } from 'vitest'
import { heightOf, type CurvePoint } from './curvePath.ts'
import { STROKE_REACH, strokeFeelings } from './strokeFeelings.ts'

const H = 180
const [a, b, c, d] = [100, 300, 500, 700].map((x, at) => ({ id: createShapeId(`s${at}`), x }))
const steps = [a, b, c, d].filter((step) => step !== undefined)

/** Faces in the order of the steps, `.` where the stroke gives none. */
function faces(line: readonly CurvePoint[]): (number | '.')[] {
  const found = strokeFeelings(line, steps, H)
  return steps.map(({ id }) => found.get(id) ?? '.')
}

const at = (x: number, feeling: number): CurvePoint => ({ x, y: heightOf(feeling, H) })

test('[CV1] a stroke gives each step that it passes the nearest face, and the others none', () => {
  expect(faces([at(250, 2), at(300, 1.6), at(420, 1), at(520, -1.4)])).toEqual(['.', 2, -1, '.'])
  expect(faces([])).toEqual(['.', '.', '.', '.'])
  expect(faces([at(400, 1), at(401, 2)])).toEqual(['.', '.', '.', '.'])
})

test('[CV1] a fast stroke gives the steps between two of its points a face too', () => {
  expect(faces([at(100, 2), at(700, -2)])).toEqual([2, 1, -1, -2])
  expect(faces([at(700, -2), at(100, 2)])).toEqual([2, 1, -1, -2])
})

test('[CV1] a stroke may begin and end a little beside a step', () => {
  expect(faces([at(100 + STROKE_REACH, 1), at(300 - STROKE_REACH, -1)])).toEqual([1, -1, '.', '.'])
  expect(faces([at(100 + STROKE_REACH + 1, 1), at(300 - STROKE_REACH - 1, -1)])).toEqual(['.', '.', '.', '.'])
  expect(faces([at(300, 0), at(301, -2)])).toEqual(['.', 0, '.', '.'])
})

test('[CV1] where a stroke runs back, its last pass counts', () => {
  expect(faces([at(100, 2), at(500, 2), at(240, -2)])).toEqual([2, -1, 2, '.'])
})

const places = fc.array(fc.record({ x: fc.integer({ min: -100, max: 900 }), y: fc.integer({ min: -300, max: 500 }) }))

test('[CV1] any stroke gives whole faces from -2 to 2, to steps within its reach only', () => {
  fc.assert(
    fc.property(places, (line) => {
      const xs = line.map(({ x }) => x)
      for (const [id, feeling] of strokeFeelings(line, steps, H)) {
        expect([-2, -1, 0, 1, 2]).toContain(feeling)
        const x = steps.find((step) => step.id === id)?.x ?? Number.NaN
        expect(x).toBeGreaterThanOrEqual(Math.min(...xs) - STROKE_REACH)
        expect(x).toBeLessThanOrEqual(Math.max(...xs) + STROKE_REACH)
      }
    }),
  )
})
