import { expect, test } from 'vitest'
import { withBreaks } from './longWords.ts'

test.for([
  ['keukentafelgesprek', 'keukentafel-gesprek'],
  ['Klantcontactcentrum Lindervelde', 'Klant-contact-centrum Lindervelde'],
  ['ervaringsdeskundige', 'ervarings-deskundige'],
  ['cliëntondersteuning', 'cliënt-ondersteuning'],
  ['telefoon', 'telefoon'],
  ['het gesprek over de organisatie', 'het gesprek over de organisatie'],
])('[US2] %s may break as %s', ([words, broken]) => {
  expect(withBreaks(words!).replaceAll('\u00ad', '-')).toBe(broken)
})
