import type { Channel } from '../records/enumerations.ts'
import type { ShapeOf } from '../records/recordKinds.ts'

/** Width of every card on the map, in board pixels. */
export const CARD_WIDTH = 200

/** Space in a card beside its words: the strong edge at the start side and the padding. */
const CARD_SIDES = 28
const CARD_PADDING = 20
/** Row with icon, word and figure, with the space under it (13.5 px, one line). */
const HEAD_ROW = 24
/** A second line of the head: a long channel beside a number of days. */
const HEAD_LINE = 18
/** Channels whose word fits on one line with a number of days. */
const shortChannels: ReadonlySet<Channel> = new Set([
  'counter',
  'phone',
  'email',
  'letter',
  'website',
  'whatsapp',
  'chat',
  'home_visit',
])
/** One line of the card's words: 16 px, weight 600. */
const TEXT_LINE = 22
/** A pill with the space above it. Each is counted as a row of its own: few fit side by side. */
const PILL_ROW = 26
/** Mean width of a character at 16 px / 600 and at 15 px, a little on the safe side. */
const BOLD_CHARACTER = 8.8
const CHARACTER = 8.2

const PERSONA_SIDES = 48
const PERSONA_HEAD = 96
const PERSONA_HEADING = 32
const LIST_LINE = 24

/** Everything that stands in a lane of the map. */
export type LaneShape = ShapeOf<'touchpoint'> | ShapeOf<'pain-point'> | ShapeOf<'card'> | ShapeOf<'idea'>

/** Height at which all words and pills of a card fit, in board pixels, a multiple of 4. */
export function cardHeight(shape: LaneShape): number {
  const head = HEAD_ROW + (hasLongHead(shape) ? HEAD_LINE : 0)
  const words = lineCount(wordsOf(shape), CARD_WIDTH - CARD_SIDES, BOLD_CHARACTER) * TEXT_LINE
  return toFour(CARD_PADDING + head + words + pillCount(shape) * PILL_ROW)
}

/** Height at which an actor's name and contact fit. */
export function actorHeight({ name, contactRole }: ShapeOf<'actor'>): number {
  const lines = [name, contactRole].filter((text) => text !== '')
  const words = lines.reduce((sum, text) => sum + lineCount(text, CARD_WIDTH - CARD_SIDES, BOLD_CHARACTER), 0)
  return toFour(CARD_PADDING + HEAD_ROW + words * TEXT_LINE)
}

/** Height at which a persona's story and lists fit in its width. */
export function personaHeight(persona: ShapeOf<'persona'>): number {
  const width = persona.geometry[3] - PERSONA_SIDES
  const lists = [persona.drivers, persona.insecurities, persona.dreams].filter((list) => list.length > 0)
  const listHeight = (list: readonly string[]): number =>
    PERSONA_HEADING + list.reduce((sum, line) => sum + lineCount(line, width - 20, CHARACTER) * LIST_LINE, 0)
  const story = lineCount(persona.situation, width, CHARACTER) * TEXT_LINE
  return toFour(PERSONA_HEAD + story + lists.reduce((sum, list) => sum + listHeight(list), 0) + PILL_ROW + CARD_PADDING)
}

/** Number of lines that a text takes when words wrap whole; a word longer than a line is broken. */
export function lineCount(text: string, width: number, characterWidth: number): number {
  const perLine = Math.max(1, Math.floor(width / characterWidth))
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, perLine), 0)
}

function paragraphLines(paragraph: string, perLine: number): number {
  let lines = 1
  let used = 0
  for (const word of paragraph.split(/\s+/).filter((each) => each !== '')) {
    const needed = used === 0 ? word.length : used + 1 + word.length
    if (needed <= perLine) used = needed
    else {
      const broken = Math.ceil(word.length / perLine)
      lines += used === 0 ? broken - 1 : broken
      used = word.length - (broken - 1) * perLine
    }
  }
  return lines
}

function hasLongHead(shape: LaneShape): boolean {
  if (shape.type !== 'touchpoint' || shape.waitDays === null) return false
  return shape.channel !== null && !shortChannels.has(shape.channel)
}

/** A promoted card has two texts of which one is shown: there is room for the longer. */
function wordsOf(shape: LaneShape): string {
  if (shape.type !== 'card') return shape.title
  return shape.title.length > shape.text.length ? shape.title : shape.text
}

function pillCount(shape: LaneShape): number {
  switch (shape.type) {
    case 'touchpoint':
      return shape.friction.length + (shape.seenByOrg ? 0 : 1)
    case 'pain-point':
      return 1
    case 'idea':
      return 1 + (shape.owner === '' ? 0 : 1)
    case 'card':
      return 1 + (shape.promoted ? 1 : 0)
  }
}

function toFour(height: number): number {
  return Math.ceil(height / 4) * 4
}
