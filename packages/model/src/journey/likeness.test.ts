import { expect, test } from 'vitest'
import { likeness } from './likeness.ts'

test('[AX402] the two messages of the rule score 0.79: alike, and different ideas', () => {
  const score = likeness('Stuur een sms als er iets verandert', 'Stuur een brief als er iets verandert')
  expect(score.toFixed(2)).toBe('0.79')
})

test('[AX402] capitals, accents, punctuation, function words and the order of words do not matter', () => {
  expect(likeness('Één café: bel de Inwoner!', 'inwoner, bel cafe')).toBe(1)
})

test('[AX402] titles without any word that carries meaning are like nothing', () => {
  expect(likeness('En dan er uit', 'Als het er is')).toBeLessThan(0.6)
  expect(likeness('van de', 'op het')).toBe(0)
  expect(likeness('???', '???')).toBe(0)
})
