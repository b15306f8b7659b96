import type { RandomSource } from './RandomSource.ts'

const words = [
  'bellen',
  'brief',
  'gemeente',
  'wachten',
  'formulier',
  'samen',
  'uitleg',
  'mijn',
  'verhaal',
  'opnieuw',
  'loket',
  'gesprek',
  'één',
  'hulp',
  'thuis',
  'besluit',
  'met',
  'voor',
  'de',
  'een',
] as const

/** Texts that break careless code: emoji of several units, right to left, an accent apart from its letter, a formula. */
const odd = [
  '',
  ' ',
  '👩‍👧‍👦',
  'مرحبا',
  'e\u0301e\u0301n',
  '=1+1',
  '<b>hoi</b>',
  '{"a":1}',
  'constructor',
  '\u0000',
  'a\nb',
] as const

/** Words as people write them on a card, now and then an odd one; at most `longest` UTF-16 code units. */
export function randomText(random: RandomSource, longest: number): string {
  if (random.chance(0.1)) return cut(random.pick(odd), longest)
  const text = Array.from({ length: random.between(1, 8) }, () => random.pick(words)).join(' ')
  return cut(text, longest)
}

/** The text after one person typed a little: a word put in, a stretch taken out, or all replaced. */
export function retyped(random: RandomSource, text: string, longest: number): string {
  const at = boundary(text, random.between(0, text.length))
  if (random.chance(0.1)) return randomText(random, longest)
  if (random.chance(0.3)) return text.slice(0, at) + text.slice(boundary(text, at + random.between(1, 6)))
  const typed = text.slice(0, at) + (random.chance(0.1) ? '👍' : random.pick(words)) + text.slice(at)
  return typed.length <= longest ? typed : text
}

function cut(text: string, longest: number): string {
  return text.slice(0, boundary(text, longest))
}

/** The position itself, or the one before it when it would cut a surrogate pair. */
function boundary(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at
}
