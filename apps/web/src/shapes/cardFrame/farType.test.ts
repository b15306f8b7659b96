import { expect, test } from 'vitest'
import { withBreaks } from '../look/longWords.ts'
import { farType } from './farType.ts'

/** Mean width of a letter of the typeface at weight 600, as part of its size. */
const MEAN_LETTER = 0.54

test('[LK1] from far, few words are set large and many words small', () => {
  expect(farType('Bellen', 200, 150).size).toBe(28)
  const some = farType('Praten met dochter en buurvrouw', 200, 150)
  const many = farType('Zij belt drie keer met drie verschillende mensen van de gemeente', 200, 150)
  expect(some.size).toBeGreaterThan(many.size)
  expect([some.isCut, many.isCut]).toEqual([false, true])
})

test('[LK1] what fits in no size is set in the smallest and ends in dots at the edge of the card', () => {
  const { size, lines, isCut } = farType('woord '.repeat(80), 200, 150)
  expect([size, isCut]).toEqual([23, true])
  expect(lines * size).toBeLessThan(150)
  expect(farType('', 140, 20).lines).toBe(1)
})

test('[LK1] a long word is not broken as long as a smaller size holds it', () => {
  expect(farType('wijkverpleegkundige', 330, 150).size).toBeLessThan(28)
  expect(farType('wijkverpleegkundige', 330, 150).size).toBeGreaterThan(23)
})

test('[LK1] a long word is set small enough to stand whole, also beside the icon of the first line', () => {
  for (const words of [
    'Onderteken samen tijdens het gesprek',
    'Automatisch bericht uit het zaaksysteem',
    'Klantcontactcentrum Lindervelde',
    'Onafhankelijke cliëntondersteuning',
    'Ik zocht poetshulp. Wat een maatwerkvoorziening is, weet ik nog steeds niet.',
  ]) {
    const { size } = farType(words, 200, 100)
    for (const [at, word] of words.split(' ').entries()) {
      expect(word.length * size * MEAN_LETTER, `${word} in "${words}"`).toBeLessThan(200 - 25 - (at === 0 ? 30 : 0))
    }
  }
})

test('[LK1] what no size can hold is not made smaller than words are worth', () => {
  expect(farType('x'.repeat(280), 200, 150).size).toBe(23)
})

test('[US2] from far a long word that may be broken between its parts is not set small for being long', () => {
  for (const words of ['Klantcontactcentrum Lindervelde', 'Onafhankelijke cliëntondersteuning']) {
    expect(farType(withBreaks(words), 200, 150).size).toBeGreaterThan(farType(words, 200, 150).size)
  }
})
