import { expect, test } from 'vitest'
import { changeText, meanText, nearestFeeling, numberText, shareText } from './numbers.ts'

test('[WV5] numbers are written as people write them, in Dutch and in English', () => {
  expect(meanText(-0.375, 'nl')).toBe('−0,4')
  expect(meanText(-0.375, 'en')).toBe('−0.4')
  expect(meanText(0, 'nl')).toBe('0')
  expect(meanText(-0.04, 'nl')).toBe('0')
  expect(meanText(-1, 'nl')).toBe('−1')
  expect(meanText(2 / 3, 'nl')).toBe('+0,7')
  expect(meanText(0.04, 'nl')).toBe('0')
  expect(numberText(1102, 'nl')).toBe('1.102')
  expect(changeText(3, 'nl')).toBe('+3')
  expect(changeText(-13, 'nl')).toBe('−13')
  expect(changeText(0, 'nl')).toBe('0')
  expect(shareText(0.385, 'en')).toBe('39%')
})

test('[WV5] the face of a mean is the nearest one, a half away from the middle', () => {
  expect([-2, -1.5, -1.4, -0.5, -0.4, 0, 0.4, 0.5, 1.5, 2].map(nearestFeeling)).toEqual([
    -2, -2, -1, -1, 0, 0, 0, 1, 2, 2,
  ])
})
