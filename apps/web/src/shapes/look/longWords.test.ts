import { expect, test } from 'vitest'
import { withBreaks } from './longWords.ts'

const words: readonly (readonly [string, string])[] = [
  ['keukentafelgesprek', 'keukentafel-gesprek'],
  ['Klantcontactcentrum Lindervelde', 'Klant-contact-centrum Lindervelde'],
  ['ervaringsdeskundige', 'ervarings-deskundige'],
  ['cliëntondersteuning', 'cliënt-ondersteuning'],
  ['telefoon', 'telefoon'],
  ['het gesprek over de organisatie', 'het gesprek over de organisatie'],
]

test.for(words)('[US2] %s may break as %s', ([word, broken]) => {
  expect(withBreaks(word).replaceAll('\u00ad', '-')).toBe(broken)
})
