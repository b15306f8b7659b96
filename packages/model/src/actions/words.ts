import { collapsed } from '../journey/label.ts'
import type { Candidate } from './Candidate.ts'
import type { Warning } from './improvementAction.ts'

/** Longest title of an action, in UTF-16 code units (actions.md D1). */
const ACTION_TITLE_MAX_LENGTH = 120

/** Where a longer title is cut, before its ellipsis (actions.md D5.18). */
const TITLE_CUT_AT = 117

/** Longest title that is made of a description, its ellipsis included (actions.md D2 `title`). */
const TITLE_FROM_DESCRIPTION_MAX_LENGTH = 80

/** The words of an action. */
export interface Words {
  readonly title: string
  readonly description: string | null
  readonly warnings: readonly Warning[]
}

/**
 * Title and description of a candidate (actions.md D2 `title`, D5.16-D5.18), or null when it has no words at all: then it is
 * rejected as EMPTY.
 */
export function readWords({ title: typedTitle, description: typedDescription }: Candidate): Words | null {
  const title = collapsed(typedTitle)
  const description = typedDescription.trim() === '' ? null : typedDescription.trim()
  if (title === '' && description === null) return null
  if (title === '' && description !== null) {
    const sentence = firstSentence(description)
    const fits = sentence.length <= TITLE_FROM_DESCRIPTION_MAX_LENGTH
    return {
      title: fits ? sentence : cut(sentence, TITLE_FROM_DESCRIPTION_MAX_LENGTH - 1),
      description,
      warnings: [{ code: 'TITLE_FROM_DESCRIPTION', refs: [] }],
    }
  }
  if (title.length <= ACTION_TITLE_MAX_LENGTH) return { title, description, warnings: [] }
  return {
    title: cut(title, TITLE_CUT_AT),
    description: description === null ? title : `${title}\n\n${description}`,
    warnings: [{ code: 'TITLE_SHORTENED', refs: [] }],
  }
}

function firstSentence(text: string): string {
  const [firstLine = ''] = text.split(/\r?\n/u)
  return collapsed(/^.*?[.!?…](?=\s|$)/u.exec(firstLine)?.[0] ?? firstLine)
}

/** The first `length` code units and an ellipsis; never half an emoji. */
function cut(text: string, length: number): string {
  const head = text.slice(0, length)
  return `${head.replace(/[\uD800-\uDBFF]$/u, '').trimEnd()}…`
}
