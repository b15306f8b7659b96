/** What a text seems to hold about somebody (actions.md D5.33). It only looks so: a person decides. */
export type PersonalDataKind = 'bsn' | 'phone' | 'email' | 'address'

export interface PersonalDataSpan {
  readonly kind: PersonalDataKind
  /** Place in the text, in UTF-16 code units; `end` is not part of it. */
  readonly start: number
  readonly end: number
}

// Every repetition below has an upper bound: a text of 10,000 letters costs no more than its length.

/** Dutch numbers: +31, 0031 or 0, then nine digits, with a blank, dot or stroke between any two. */
const PHONE = /(?<![\d+])(?:(?:\+|00)31[ .-]?(?:\(0\)[ .-]?)?|\(?0)[1-9](?:\)?[ .-]{0,2}\d){8}(?!\d)/gu
const DIGITS = /(?<!\d)\d(?:[ .-]?\d){7,8}(?!\d)/gu
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu
/** 1234 AB; the pairs SA, SD and SS are never given out. */
const POSTCODE = /(?<![\p{L}\p{N}])[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?![\p{L}\p{N}])/gu
/** Last parts of street names, grown on to a name (Dorpsstraat) or as a word with a capital (Lange Laan). */
const STREET_ENDS = 'straat laan weg plein gracht kade singel dijk hof steeg dreef plantsoen kwartier pad'.split(' ')
const STREET_WORDS = STREET_ENDS.map((end) => end.charAt(0).toUpperCase() + end.slice(1))
const STREET = new RegExp(
  `(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}'’-]{1,40}?(?:${STREET_ENDS.join('|')}| (?:${STREET_WORDS.join('|')}))` +
    ' \\d{1,4}(?: ?[a-zA-Z])?(?![\\p{L}\\p{N}])',
  'gu',
)

/** Every place of a text that looks like a BSN, phone number, e-mail or street address, from left to right. */
export function findPersonalData(text: string): PersonalDataSpan[] {
  // Most texts have neither an @ nor a digit, which every pattern asks for.
  const found = text.includes('@') ? spans(text, EMAIL, 'email') : []
  if (/\d/u.test(text)) {
    found.push(...spans(text, PHONE, 'phone'), ...spans(text, POSTCODE, 'address'), ...spans(text, STREET, 'address'))
    found.push(...spans(text, DIGITS, 'bsn').filter(({ start, end }) => isBsn(text.slice(start, end))))
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** The text with a block in place of every character that `findPersonalData` finds. */
export function maskPersonalData(text: string): string {
  let masked = text
  for (const { start, end } of findPersonalData(text)) {
    masked = masked.slice(0, start) + '█'.repeat(end - start) + masked.slice(end)
  }
  return masked
}

/** Days and pairs of years have eight digits too, and one in eleven of them passes the test below. */
const DATE_OR_YEARS = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}[-. ]\d{1,2}[-. ]\d{4}|(?:19|20)\d{2}[ -]?(?:19|20)\d{2})$/u

/** The eleven test of the Dutch citizen service number: weights 9 … 2 and -1; eight digits had a zero in front. */
function isBsn(text: string): boolean {
  if (DATE_OR_YEARS.test(text)) return false
  const digits = text.replace(/\D/gu, '').padStart(9, '0')
  const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i), 0)
  return sum !== 0 && sum % 11 === 0
}

function spans(text: string, pattern: RegExp, kind: PersonalDataKind): PersonalDataSpan[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length }))
}
