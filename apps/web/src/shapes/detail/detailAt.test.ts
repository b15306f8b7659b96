import { expect, test } from 'vitest'
import { detailAt, isTiny } from './detailAt.ts'

const zooms = [
  [2, 'full'],
  [1, 'full'],
  [0.7, 'full'],
  [0.69, 'plain'],
  [0.5, 'plain'],
  [0.4, 'plain'],
  [0.39, 'far'],
  [0.05, 'far'],
] as const

test.each(zooms)('[LK1] at zoom %d a card is drawn %s', (zoom, detail) => {
  expect(detailAt(zoom)).toBe(detail)
})

test('[LK1] below a fifth, icons and corners are not drawn any more', () => {
  expect([0.05, 0.19, 0.2, 0.4, 1].map(isTiny)).toEqual([true, true, false, false, false])
})
