import type { ActorKind, Channel, Layer } from '../records/enumerations.ts'
import { domainKinds, type ShapeOf } from '../records/recordKinds.ts'
import { shownWords } from '../records/shownWords.ts'

/** Width of every card on the map, in board pixels. */
export const CARD_WIDTH = 200

/** Edge and padding at the sides of a card, and what is left for words. */
const CARD_SIDES = 25
const INNER_WIDTH = CARD_WIDTH - CARD_SIDES
/** Padding above, row with icon and word, and the gap under it. */
const HEAD = 36
/** A further line of the head, for a long word or one beside a number of days. */
const HEAD_LINE = 16
/** One line of the card's words: 16 px, weight 600. */
const TEXT_LINE = 20
const FOOT = 10
/** A pill with the gap above it. Each is counted as a row of its own: few fit side by side in a card. */
const PILL_ROW = 28
/** A further line in a pill whose words are long. */
const PILL_LINE = 16
/** Letters that fit on a line of a pill. */
const PILL_LETTERS = 21

/**
 * Width that one character is reckoned at, at 16 px / 600 and at 15 px / 400, in pixels. A little above the mean, because
 * lines break at words: with these, none of the texts of the demos takes more lines than reckoned.
 */
const BOLD_CHARACTER = 8.3
export const CHARACTER = 7.3

/** Channels whose words take two lines in the head in any case, and those that leave room for a number of days. */
const longChannels: ReadonlySet<Channel> = new Set(['third_party_platform', 'via_network'])
const shortChannels: ReadonlySet<Channel> = new Set([
  'phone',
  'email',
  'letter',
  'website',
  'chat',
  'video_call',
  'home_visit',
])
/** Layers that stand beside the word "nodig" in one line. */
const shortLayers: ReadonlySet<Layer> = new Set([
  'technology',
  'maintenance',
  'measurement',
  'steering',
  'process',
  'agreements',
])
const longActorKinds: ReadonlySet<ActorKind> = new Set(['client_support', 'national_body', 'informal_network'])

/** Everything that stands in a lane of the map. */
export type LaneShape = ShapeOf<'touchpoint'> | ShapeOf<'pain-point'> | ShapeOf<'card'> | ShapeOf<'idea'>

/** Height at which all words and pills of a card fit, in board pixels, a multiple of 4; one without words is as high as a new one. */
export function cardHeight(shape: LaneShape): number {
  const words = shape.type === 'card' ? shownWords(shape, 'nl') : shape.title
  const fitting = heightOf(hasLongHead(shape), words, pillsOf(shape))
  const isEmpty = (shape.type === 'card' ? shape.text : shape.title) === ''
  return isEmpty ? Math.max(fitting, toFour(domainKinds[shape.type].size.h)) : fitting
}

/** Height at which an actor's name and contact fit. */
export function actorHeight({ name, kind, contactRole }: ShapeOf<'actor'>): number {
  return heightOf(longActorKinds.has(kind), name, contactRole === '' ? [] : [contactRole.length])
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

/** @param pills number of letters of each pill */
function heightOf(longHead: boolean, words: string, pills: readonly number[]): number {
  const pillLines = pills.reduce((sum, letters) => sum + Math.ceil(letters / PILL_LETTERS) - 1, 0)
  const text = lineCount(words, INNER_WIDTH, BOLD_CHARACTER) * TEXT_LINE
  return toFour(HEAD + (longHead ? HEAD_LINE : 0) + text + pills.length * PILL_ROW + pillLines * PILL_LINE + FOOT)
}

function hasLongHead(shape: LaneShape): boolean {
  if (shape.type === 'touchpoint') {
    const { channel, waitDays } = shape
    return channel !== null && (longChannels.has(channel) || (waitDays !== null && !shortChannels.has(channel)))
  }
  return shape.type === 'card' && shape.kind === 'consequence' && shape.layer !== null && !shortLayers.has(shape.layer)
}

/** Letters of a word out of a value list: they are all short enough for one line. */
const LISTED = 1
/** Letters of a name in another record, which is not looked up here: room for two lines. */
const NAMED = PILL_LETTERS + 1

function pillsOf(shape: LaneShape): number[] {
  switch (shape.type) {
    case 'touchpoint':
      return [
        ...shape.friction.map(() => LISTED),
        ...(shape.requiredBy === null ? [] : [LISTED]),
        ...(shape.seenByOrg ? [] : [LISTED]),
        LISTED, // where it comes from
      ]
    case 'pain-point':
      return [LISTED]
    case 'idea':
      return [...typed(shape), ...(shape.status === 'proposed' ? [] : [LISTED])]
    case 'card':
      return [...cardPills(shape), ...(shape.spokenAs === null ? [] : [NAMED])]
  }
}

function cardPills(card: ShapeOf<'card'>): number[] {
  switch (card.kind) {
    case 'quote':
      return [LISTED, LISTED] // where it comes from, and consent
    case 'need':
      return [LISTED]
    case 'good_practice':
      return [...(card.actorId === null ? [] : [NAMED]), ...(card.where === '' ? [] : [card.where.length]), LISTED]
    case 'policy_rule':
      return [LISTED, ...(card.reason === '' ? [] : [card.reason.length])] // for whom, and why
    case 'consequence':
      return card.promoted ? [LISTED, ...typed(card)] : []
    case 'question':
      return []
  }
}

/** Who and when, as somebody typed it. */
function typed({ owner, deadline }: ShapeOf<'idea'> | ShapeOf<'card'>): number[] {
  return [owner, deadline].filter((text) => text !== '').map((text) => text.length)
}

function toFour(height: number): number {
  return Math.ceil(height / 4) * 4
}
