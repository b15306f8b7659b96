/** Second parts of the long words of this work: before them such a word may be broken. */
const PARTS = [
  'aanbieder',
  'beperking',
  'bijdrage',
  'centrum',
  'consulent',
  'contact',
  'corporatie',
  'deskundige',
  'formulier',
  'gesprek',
  'medewerker',
  'ondersteun',
  'organisatie',
  'plichting',
  'regeling',
  'spreekuur',
  'vergoeding',
  'verlening',
  'verzekering',
  'voorziening',
  'zorger',
]
const LONG = /[\p{L}]{13,}/gu
const JOINT = new RegExp(`(?<=\\p{L}{3})(?=${PARTS.join('|')})`, 'giu')
const SOFT_HYPHEN = '\u00ad'

/**
 * The same words, with a soft hyphen where a long one may be broken when it does not fit: "keukentafel-gesprek", never
 * "keukentafe-lgesprek". For what is drawn in a narrow place; browsers do not all know how to break Dutch words themselves.
 */
export function withBreaks(words: string): string {
  return words.replace(LONG, (word) => word.replace(JOINT, SOFT_HYPHEN))
}
