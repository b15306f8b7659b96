import * as Y from 'yjs'
import { RichText, plainTextOf } from '@samenreis/model/records/drawing'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'

/** A text that the server may not have, for copying when the board cannot be saved. */
export interface UnsentText {
  readonly recordId: string
  readonly field: string
  readonly text: string
}

/** Remembers which texts this tab changed since everything was stored the last time (reliability.md F04, F92). */
export class UnsentTexts {
  private readonly board: BoardDocument
  /** Origin of what came from the server. */
  private readonly remoteOrigin: unknown
  private readonly changed = new Map<string, Set<string>>()

  constructor(board: BoardDocument, remoteOrigin: unknown) {
    this.board = board
    this.remoteOrigin = remoteOrigin
    board.records.observeDeep(this.handleChange)
  }

  /** Everything up to now is stored. */
  clear(): void {
    this.changed.clear()
  }

  /** The texts as they stand here now; a record that is gone has none. */
  list(): readonly UnsentText[] {
    return [...this.changed].flatMap(([recordId, fields]) =>
      [...fields].flatMap((field) => {
        const text = wordsOf(this.board.records.get(recordId)?.get(field))
        return text === '' ? [] : [{ recordId, field, text }]
      }),
    )
  }

  stop(): void {
    this.board.records.unobserveDeep(this.handleChange)
  }

  private readonly handleChange = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction) => {
    if (origin === this.remoteOrigin) return
    for (const event of events) {
      const [recordId, field] = event.path
      if (typeof recordId === 'string' && typeof field === 'string') this.note(recordId, [field])
      else if (typeof recordId === 'string') this.note(recordId, event.changes.keys.keys())
      else for (const id of event.changes.keys.keys()) this.note(id, this.board.records.get(id)?.keys() ?? [])
    }
  }

  private note(recordId: string, fields: Iterable<string>): void {
    const noted = this.changed.get(recordId) ?? new Set()
    for (const field of fields) {
      const value = this.board.records.get(recordId)?.get(field)
      if (value instanceof Y.Text || field === 'richText') noted.add(field)
    }
    if (noted.size > 0) this.changed.set(recordId, noted)
  }
}

function wordsOf(value: unknown): string {
  if (value instanceof Y.Text) return value.toString()
  const richText = RichText.safeParse(value)
  return richText.success ? plainTextOf(richText.data) : ''
}
