import { CARD_SIDES } from './fittingHeight.ts'

/** How the words of a card are set when it is seen from far. */
export interface FarType {
  /** Size in board pixels. */
  readonly size: number
  /** Lines that fit; a longer text ends in dots there. */
  readonly lines: number
}

/** From the largest to the smallest that is used, near each other so that a far board stays calm; at 40 % zoom 23 is 9 on screen. */
const SIZES = [28, 25, 23] as const
const SMALLEST = 23
/** Line height and mean width of a letter at weight 600, both as parts of the size; the width a little generous. */
const LINE = 1.18
const LETTER = 0.56
/** Padding above and below, and what the icon takes of the first line (cardFrame.css). */
const PADDING = 7 + 7
const ICON = 30

/** The largest type in which all the words fit on a card of this size; the smallest when they fit in none. */
export function farType(words: string, w: number, h: number): FarType {
  const linesOf = (size: number): number => Math.max(1, Math.floor((h - PADDING) / (size * LINE)))
  const size =
    SIZES.find(
      (each) => wrappedLines(words, (w - CARD_SIDES) / (each * LETTER), ICON / (each * LETTER)) <= linesOf(each),
    ) ?? SMALLEST
  return { size, lines: linesOf(size) }
}

/** Lines that the words take at so many letters a line, the first one that much shorter; endless when a word fits in none. */
function wrappedLines(words: string, letters: number, indent: number): number {
  let lines = 1
  let left = letters - indent
  for (const word of words.split(/[\s-]+/)) {
    if (word.length > letters) return Infinity
    if (word.length > left) {
      lines++
      left = letters
    }
    left -= word.length + 1
  }
  return lines
}
