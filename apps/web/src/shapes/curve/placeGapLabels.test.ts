import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heightOf } from './curvePath.ts'
import { placeGapLabels } from './placeGapLabels.ts'

const H = 180
const wish = (x: number, client: number, staff: number, width = 108) => ({
  x,
  ends: [heightOf(client, H), heightOf(staff, H)] as const,
  width,
  height: 30,
})
const mark = (x: number, feeling: number, r = 18) => ({ x, y: heightOf(feeling, H), r })

test('[CV3] the name of a gap stands above the upper point, or between the two when there is no room', () => {
  const [above] = placeGapLabels([wish(100, -2, 1)], [mark(100, -2), mark(100, 1, 7)], [], H)
  expect(above?.x).toBe(100)
  expect(above?.y).toBeLessThan(heightOf(1, H) - 7)
  const [between] = placeGapLabels([wish(100, -1, 2)], [mark(100, -1), mark(100, 2)], [], H)
  expect(between?.y).toBeGreaterThan(heightOf(2, H))
  expect(between?.y).toBeLessThan(heightOf(-1, H))
})

test('[CV3] names of gaps lie in the lane, over no point and not over each other', () => {
  const step = fc.record({
    client: fc.integer({ min: -2, max: 0 }),
    staff: fc.integer({ min: 1, max: 2 }),
    carer: fc.integer({ min: -2, max: 2 }),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), (steps) => {
      const at = (index: number): number => 106 + index * 212
      const marks = steps.flatMap(({ client, staff, carer }, index) => {
        // Two faces at one height stand beside each other, as on the board.
        const aside = carer === client ? 16 : 0
        return [
          mark(at(index) - aside, client),
          mark(at(index) + aside, carer),
          mark(at(index) + (carer === staff ? 24 : 0), staff, 7),
        ]
      })
      const wishes = steps.map(({ client, staff }, index) => wish(at(index), client, staff))
      const places = placeGapLabels(wishes, marks, [], H)
      for (const [index, { x, y }] of places.entries()) {
        expect(y - 15).toBeGreaterThanOrEqual(0)
        expect(y + 15).toBeLessThanOrEqual(H)
        for (const { x: markX, y: markY, r } of marks) {
          const dx = Math.max(0, Math.abs(markX - x) - 54)
          const dy = Math.max(0, Math.abs(markY - y) - 15)
          expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(r)
        }
        for (const other of places.slice(index + 1))
          expect(Math.abs(other.x - x) >= 108 || Math.abs(other.y - y) >= 30).toBe(true)
      }
    }),
  )
})

test('[CV3] a name for which there is no room stands between its points all the same', () => {
  const full = [2, 1, 0, -1, -2].flatMap((feeling) => [-140, -70, 0, 70, 140].map((x) => mark(x, feeling, 30)))
  expect(placeGapLabels([wish(0, -2, 2)], full, [], H)).toEqual([{ x: 0, y: 90 }])
})

test('[CV3] the name of a gap keeps free of a card that lies in the lane', () => {
  const marks = [mark(100, -2), mark(100, 1, 7)]
  const card = { x: 20, y: -40, w: 200, h: 80 }
  const [place] = placeGapLabels([wish(100, -2, 1)], marks, [card], H)
  if (place === undefined) throw new Error('one place is expected')
  const { x, y } = place
  expect(x - 54 >= card.x + card.w || x + 54 <= card.x || y - 15 >= card.y + card.h).toBe(true)
})

test('[CV3] in a full lane the name of a gap comes closer to its points, and still lies on none', () => {
  const marks = [mark(100, -2), mark(100, 0, 6.5), mark(100, 1, 6.5), mark(85, 2, 6.5), mark(115, 2, 6.5)]
  const [place] = placeGapLabels([{ ...wish(100, -2, 1, 176), height: 28 }], marks, [], H)
  if (place === undefined) throw new Error('one place is expected')
  for (const { x, y, r } of marks)
    if (Math.abs(x - place.x) < 88) expect(Math.abs(y - place.y)).toBeGreaterThanOrEqual(r + 14)
})
