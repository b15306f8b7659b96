import { expect, test } from 'vitest'
import { farType } from './farType.ts'

test('[LK1] from far, few words are set large and many words small', () => {
  expect(farType('Bellen', 200, 150).size).toBe(28)
  const some = farType('Praten met dochter en buurvrouw', 200, 150)
  const many = farType('Zij belt drie keer met drie verschillende mensen van de gemeente', 200, 150)
  expect(some.size).toBeGreaterThan(many.size)
})

test('[LK1] what fits in no size is set in the smallest and ends in dots at the edge of the card', () => {
  const { size, lines } = farType('woord '.repeat(80), 200, 150)
  expect(size).toBe(23)
  expect(lines * size).toBeLessThan(150)
  expect(farType('', 140, 20).lines).toBe(1)
})

test('[LK1] a long word is not broken as long as a smaller size holds it', () => {
  expect(farType('wijkverpleegkundige', 320, 150).size).toBeLessThan(28)
  expect(farType('wijkverpleegkundige', 320, 150).size).toBeGreaterThan(23)
})
