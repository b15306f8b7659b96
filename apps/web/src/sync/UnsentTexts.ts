import * as Y from 'yjs'
import { RichText, plainTextOf } from '@samenreis/model/records/drawing'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'

/** A text that the server may not have, for copying when the board cannot be saved. */
export interface UnsentText {
  readonly recordId: string
  readonly field: string
  readonly text: string
}

/** The words of these fields as they stand on the board now; a record that is gone has none. */
export function unsentTexts(board: BoardDocument, recordId: string, fields: Iterable<string>): readonly UnsentText[] {
  return [...fields].flatMap((field) => {
    const text = wordsOf(board.records.get(recordId)?.get(field))
    return text === '' ? [] : [{ recordId, field, text }]
  })
}

/** Whether people type in this field. */
export function holdsText(value: unknown, field: string): boolean {
  return value instanceof Y.Text || field === 'richText'
}

function wordsOf(value: unknown): string {
  if (value instanceof Y.Text) return value.toString()
  const richText = RichText.safeParse(value)
  return richText.success ? plainTextOf(richText.data) : ''
}
