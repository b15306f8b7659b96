/** The fixed words that every need starts with (systems.md 39), by language of the interface. */
export const needStarts = { nl: 'Ik heb behoefte aan', en: 'I need' } as const
export type NeedLanguage = keyof typeof needStarts

/** The fixed start, once or more, with dots or a colon that somebody typed after it. */
const LEAD = /^(?:\s*(?:ik heb behoefte aan|i need)(?:\s*(?:…|\.{3}|:))?(?: |$))+/i

/** A need as it is shown: its fixed start, and the words that people type. */
export interface NeedParts {
  /** The start in the language that the need was written in. */
  readonly start: string
  /** What is needed; '' while nobody typed anything. */
  readonly words: string
}

/**
 * Parts a stored need. A need is stored as a whole sentence, start included: whoever reads the text of a card (extraction,
 * exports, search, older versions) reads a sentence. Only what shows or edits a need parts it, and so the start is never
 * shown twice. A text without the start (a card of another kind once) gets it, in this language.
 */
export function needParts(text: string, language: NeedLanguage): NeedParts {
  const lead = LEAD.exec(text)?.[0] ?? ''
  return { start: lead === '' ? needStarts[language] : startIn(lead), words: text.slice(lead.length) }
}

/**
 * The text to store for these words; '' for no words, so that an empty need is an empty card. It keeps the start that the need
 * has, and drops one that was typed or pasted along.
 *
 * Two people who type the first letter of the same empty need within one way over the wire each bring the start; the second
 * one then stands among the words, where anybody can take it out. Kept so: a start that is written when the card is made
 * would make every empty need a card with words.
 */
export function needText(before: string, words: string, language: NeedLanguage): string {
  const typed = needParts(words, language).words
  return typed === '' ? '' : `${needParts(before, language).start} ${typed}`
}

/** The whole sentence of a need, also of one that was stored without its start; '' for an empty one. */
export function needSentence(text: string, language: NeedLanguage): string {
  const { start, words } = needParts(text, language)
  return words.trim() === '' ? '' : `${start} ${words.trim()}`
}

function startIn(lead: string): string {
  return /i need/i.test(lead) ? needStarts.en : needStarts.nl
}
