/** What takes room on a card. */
export interface CardContent {
  /** Word of the head row, and the figure at its end. */
  readonly head: string
  readonly figure: string
  /** The main words. '' shows a hint in its place. */
  readonly words: string
  /** Words of each pill at the foot. */
  readonly pills: readonly string[]
}

/** Measures words as the card sets them, at this width: height in board pixels. */
export type MeasureWords = (words: string, width: number) => number

/** Space around the words: edge and padding at the sides, head row with its gap, padding at the foot (cardFrame.css). */
export const CARD_SIDES = 5 + 10 + 10
const CARD_HEAD = 10 + 20 + 6
/** Height of each further line of the head's word. */
const HEAD_LINE = 16
/** Icon of the head and its gaps. */
const HEAD_ICON = 16 + 6 + 6
/** Mean width of a letter of the head, 13.5 px and bold. */
const HEAD_LETTER = 7.3
const CARD_FOOT = 10
/** Height of a row of pills with the gap above it. */
const PILL_HEIGHT = 22
const PILL_ROW = PILL_HEIGHT + 6
/** Height of a line in a pill, and its padding above and below. */
const PILL_LINE = 15.6
const PILL_PADDING = 1 + 1
/** Gap between two pills of a row. */
const PILL_GAP = 6
/** Padding of a pill and its icon. */
const PILL_SIDES = 34
/** Mean width of a letter at 13 px; a little generous, so that a row breaks here not later than on screen. */
const PILL_LETTER = 7

/** Height that a card of this width needs to show all of its words and pills. */
export function neededHeight(content: CardContent, width: number, measure: MeasureWords): number {
  const inner = Math.max(40, width - CARD_SIDES)
  const rows = pillRows(content.pills, inner)
  const head = CARD_HEAD + (headLines(content, inner) - 1) * HEAD_LINE
  const pills = rows * PILL_ROW + wrappedPills(content.pills, inner)
  return Math.ceil(head + measure(content.words, inner) + pills + CARD_FOOT)
}

function headLines({ head, figure }: CardContent, width: number): number {
  const room = Math.max(60, width - HEAD_ICON - figure.length * HEAD_LETTER)
  return Math.max(1, Math.ceil((head.length * HEAD_LETTER) / room))
}

/** Rows that the pills fill, as the foot wraps them. */
export function pillRows(pills: readonly string[], width: number): number {
  let rows = 0
  let left = 0
  for (const pill of pills) {
    const wanted = PILL_SIDES + pill.length * PILL_LETTER
    if (rows === 0 || wanted > left) {
      rows++
      left = width
    }
    left -= wanted + PILL_GAP
  }
  return rows
}

/** What pills too long for one line add to the height of their rows. */
function wrappedPills(pills: readonly string[], width: number): number {
  return pills.reduce((sum, pill) => {
    const lines = Math.ceil((pill.length * PILL_LETTER) / (width - PILL_SIDES))
    return sum + Math.max(0, lines * PILL_LINE + PILL_PADDING - PILL_HEIGHT)
  }, 0)
}

/** Height of a card before or after a change, and the height at which all of it fits. */
export interface FittedCard {
  readonly h: number
  readonly needed: number
}

/**
 * Height of a card after a change by the person at this screen. A card is never lower than its words. One that was just as
 * high as its words needed follows them, also down to `usual`; one that somebody made higher stays so.
 */
export function heightAfter(before: FittedCard, after: FittedCard, usual: number): number {
  if (after.h !== before.h) return Math.max(after.h, after.needed)
  const fitted = before.h === Math.max(usual, before.needed)
  return fitted ? Math.max(usual, after.needed) : Math.max(before.h, after.needed)
}
