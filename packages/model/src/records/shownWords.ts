import type { Card } from './card.ts'
import { needParts, type NeedLanguage } from './needSentence.ts'

/**
 * The words as a card sets them: a quote between its marks, which are not part of its text, and a need under the line of its start.
 *
 * @param language of the start of a need that nobody has written yet
 */
export function shownWords({ kind, text }: Pick<Card, 'kind' | 'text'>, language: NeedLanguage): string {
  if (kind === 'quote') return `“${text}”`
  if (kind !== 'need') return text
  const { start, words } = needParts(text, language)
  return `${start}\n${words}`
}
