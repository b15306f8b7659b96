import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groundDots, LEAST_PITCH } from './groundDots.ts'

const camera = fc.record({
  x: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  y: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  z: fc.double({ min: 0.05, max: 8, noNaN: true }),
})

test('[BV12] dots of the ground lie on the board, never nearer than their least distance and never twice as far', () => {
  fc.assert(
    fc.property(camera, ({ x, y, z }) => {
      const dots = groundDots({ x, y, z })
      const onScreen = dots.pitch * dots.scale
      expect(onScreen).toBeGreaterThan(LEAST_PITCH - 1e-6)
      expect(onScreen).toBeLessThan(2 * LEAST_PITCH + 1e-6)
      for (const [at, first] of [
        [x, dots.x],
        [y, dots.y],
      ] as const) {
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first).toBeLessThan(onScreen + 1e-6)
        // A dot that lies on the origin of the board is drawn where the origin is.
        const steps = (at * z - first) / onScreen
        expect(Math.abs(steps - Math.round(steps))).toBeLessThan(1e-3)
      }
    }),
  )
})
