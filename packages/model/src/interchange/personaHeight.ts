import type { Channel } from '../records/enumerations.ts'
import type { Persona } from '../records/persona.ts'

/** What takes room on a persona's card: her own fields, and the needs that belong to her, without their fixed start. */
export interface PersonaCardContent {
  readonly persona: Pick<
    Persona,
    | 'name'
    | 'situation'
    | 'drivers'
    | 'insecurities'
    | 'dreams'
    | 'communicationWishes'
    | 'channelPreferences'
    | 'readingLevel'
    | 'digitalSkill'
  >
  readonly needs: readonly string[]
}

/** Lines that a text takes at this width in board pixels, set at 15 px in the usual weight. */
export type CountLines = (text: string, width: number) => number

/** From this width on, the card is a poster: the three side by side, contact beside needs. Narrower, all below each other. */
export const PERSONA_WIDE = 480

// Measures of the card, in board pixels; persona.css has the same.
const SIDES = 15 + 10
const PADDING = 10 + 10
const HEAD = 20
/** Between the parts of the card. */
const GAP = 10
const LINE = 20
const PORTRAIT = { wide: 120, narrow: 76 }
const PORTRAIT_GAP = 14
const NAME_LINE = { wide: 36, narrow: 28 }
/** Mean width of a letter of the name. */
const NAME_LETTER = { wide: 17, narrow: 13.5 }
const FACTS = 22
/** A sheet within the card: padding at all sides, heading, gap under it. */
const SHEET = 10
const HEADING = 18
const HEADING_GAP = 4
/** How far the lines of a list stand in. */
const INDENT = 14
/** What an empty list invites to. */
const HINT = 2 * LINE
/** Channels beside whose word the name of a phase has room. */
const shortChannels: ReadonlySet<Channel> = new Set(['counter', 'phone', 'email', 'letter', 'website', 'chat'])
const CONTACT_GAP = 8
const PILL_ROW = 28
/** Mean width of a pill at the foot. */
const PILL = 168

/** Height at which everything on a persona's card fits at this width, a multiple of 4. */
export function personaHeight({ persona, needs }: PersonaCardContent, width: number, countLines: CountLines): number {
  const size = width >= PERSONA_WIDE ? 'wide' : 'narrow'
  const inner = width - SIDES
  const list = (items: readonly string[], w: number): number =>
    items.length === 0 ? HINT : items.reduce((sum, item) => sum + countLines(item, w - 2 * SHEET - INDENT), 0) * LINE
  /** A sheet with a heading; from `headings` lines of it. */
  const sheet = (content: number, headingLines = 1): number =>
    2 * SHEET + headingLines * HEADING + HEADING_GAP + content
  const contact = (w: number): number => {
    const reason = (word: string, text: string): number =>
      text === '' ? 0 : countLines(`${word}: ${text}`, w - 2 * SHEET - INDENT) * LINE
    const items = persona.channelPreferences.map(
      ({ channel, phase, motive, expectation }) =>
        (phase === null || shortChannels.has(channel) ? LINE : 2 * LINE) +
        reason('Daarom', motive) +
        reason('Dat verwacht ik dan', expectation),
    )
    return items.length === 0 ? HINT : items.reduce((sum, h) => sum + h, (items.length - 1) * CONTACT_GAP)
  }

  const nameWidth = inner - PORTRAIT[size] - PORTRAIT_GAP
  const nameLines = Math.max(1, Math.ceil((persona.name.length * NAME_LETTER[size]) / nameWidth))
  const name = nameLines * NAME_LINE[size] + FACTS
  const story = (w: number): number =>
    persona.situation === '' ? 0 : countLines(persona.situation, w) * LINE + HEADING_GAP
  const trio = [persona.drivers, persona.insecurities, persona.dreams]
  const wishes = persona.communicationWishes
  const parts: number[] = [HEAD]
  if (size === 'wide') {
    const third = (inner - 2 * GAP) / 3
    const half = (inner - GAP) / 2
    parts.push(Math.max(PORTRAIT.wide, name + story(nameWidth)))
    parts.push(sheet(Math.max(...trio.map((items) => list(items, third))), 2))
    const right = sheet(list(needs, half)) + (wishes.length === 0 ? 0 : GAP + sheet(list(wishes, half)))
    parts.push(Math.max(sheet(contact(half)), right))
  } else {
    parts.push(Math.max(PORTRAIT.narrow, name))
    if (persona.situation !== '') parts.push(story(inner))
    for (const items of trio) parts.push(sheet(list(items, inner)))
    parts.push(sheet(contact(inner)), sheet(list(needs, inner)))
    if (wishes.length > 0) parts.push(sheet(list(wishes, inner)))
  }
  // Evidence and the number of people always; reading and computers when known.
  const pills = 2 + (persona.readingLevel === null ? 0 : 1) + (persona.digitalSkill === null ? 0 : 1)
  parts.push(Math.ceil((pills * PILL) / inner) * PILL_ROW)
  const height = parts.reduce((sum, h) => sum + h, PADDING + (parts.length - 1) * GAP)
  return Math.ceil(height / 4) * 4
}
