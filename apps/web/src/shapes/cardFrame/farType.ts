import { CARD_SIDES } from './fittingHeight.ts'

/** How the words of a card are set when it is seen from far. */
export interface FarType {
  /** Size in board pixels. */
  readonly size: number
  /** Lines that fit; a longer text ends in dots there. */
  readonly lines: number
  /** Whether there are more words than lines. */
  readonly isCut: boolean
}

/** From the largest to the smallest that is used, near each other so that a far board stays calm; at 40 % zoom 23 is 9 on screen. */
const SIZES = [28, 25, 23] as const
const SMALLEST = 23
/** Below the smallest, for cards with a long word in them: a small word reads better from far than one broken in the middle. */
const SIZES_OF_LONG_WORDS = [20, 18, 16, 14.5, 13] as const
/** Line height and mean width of a letter at weight 600, both as parts of the size; the width a little generous. */
const LINE = 1.18
const LETTER = 0.56
/** Padding above and below, and what the icon takes of the first line (cardFrame.css). */
const PADDING = 7 + 7
const ICON = 30

/**
 * The largest type in which all the words fit on a card of this size, and else the smallest; smaller only as far as the longest
 * word, or its longest part where it has soft hyphens, needs it to stand in one line.
 */
export function farType(words: string, w: number, h: number): FarType {
  const linesOf = (size: number): number => Math.max(1, Math.floor((h - PADDING) / (size * LINE)))
  const wrapped = (size: number): number =>
    wrappedLines(words, (w - CARD_SIDES) / (size * LETTER), ICON / (size * LETTER))
  const size =
    SIZES.find((each) => wrapped(each) <= linesOf(each)) ??
    [SMALLEST, ...SIZES_OF_LONG_WORDS].find((each) => wrapped(each) < Infinity) ??
    SMALLEST
  return { size, lines: linesOf(size), isCut: wrapped(size) > linesOf(size) }
}

/**
 * Lines that the words take at so many letters a line, the first one that much shorter; endless when a word fits in none. The first
 * word stands beside the icon whatever its length: a line that holds nothing yet does not wrap.
 */
function wrappedLines(words: string, letters: number, indent: number): number {
  let lines = 1
  let left = letters - indent
  for (const [at, word] of words
    .trim()
    .split(/[\s\u00ad-]+/)
    .entries()) {
    if (word.length > (at === 0 ? left : letters)) return Infinity
    if (word.length > left) {
      lines++
      left = letters
    }
    left -= word.length + 1
  }
  return lines
}
