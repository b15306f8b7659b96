import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { putRecord } from '@samenreis/model/document/write'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RecordId } from '@samenreis/model/ids/recordId'
import type { BoardBinding } from '@samenreis/model/records/binding'
import { isBinding, isShape } from '@samenreis/model/records/recordClass'
import { textFieldsOf, type BoardShape } from '@samenreis/model/records/recordKinds'
import type { Removal, StoreBinding } from './StoreBinding.ts'
import { Cell, type Watchable } from './Watchable.ts'

/** How long after the last letter somebody still counts as typing, in ms. */
export const TYPING_LASTS_MS = 10_000

/** Somebody else took a card away in which this person was typing: her words are still here (reliability.md F14). */
export interface DeletedNotice {
  readonly record: BoardShape
  /** What held on to it, or it to. */
  readonly bindings: readonly BoardBinding[]
  /** Who had it in hand when it went; null = not known. */
  readonly byId: ParticipantId | null
  /** The texts as they were, empty ones left out. */
  readonly texts: readonly { readonly field: string; readonly text: string }[]
}

export interface DeletedWhileTypingOptions {
  readonly board: BoardDocument
  readonly binding: StoreBinding
  /** Whether this person has a field of this record open now. */
  readonly isTypingIn?: (id: RecordId) => boolean
  /** Who has a record in hand (`Presences.holderOf`). */
  readonly holderOf?: (id: RecordId) => ParticipantId | null
  readonly now?: () => number
}

/** Notices records that vanish under somebody's hands, and can put them back. Lives from its making to `stop()`. */
export class DeletedWhileTyping {
  private readonly options: DeletedWhileTypingOptions
  private readonly now: () => number
  private readonly typedAt = new Map<RecordId, number>()
  private readonly cell = new Cell<readonly DeletedNotice[]>([])
  private readonly stops: readonly (() => void)[]
  /** Of its own, so that the canvas is told what is put back. */
  private readonly origin = { binding: 'put back' } as const

  constructor(options: DeletedWhileTypingOptions) {
    this.options = options
    this.now = options.now ?? (() => performance.now())
    this.stops = [
      options.binding.onOwnText((id) => void this.typedAt.set(id, this.now())),
      options.binding.onRemovedByOthers(this.handleRemoval),
    ]
  }

  /** What was taken away under this person's hands and not answered yet, oldest first. */
  get notices(): Watchable<readonly DeletedNotice[]> {
    return this.cell
  }

  /**
   * Writes the record again as it was, under its own id: two people who put it back make one card, not two. Its bindings come
   * with it as far as their other ends are there. Not to be called inside a change of the store.
   */
  putBack(notice: DeletedNotice): void {
    const { board } = this.options
    board.transact(() => {
      if (!board.records.has(notice.record.id)) putRecord(board, notice.record)
      for (const binding of notice.bindings) {
        const hasEnds = board.records.has(binding.fromId) && board.records.has(binding.toId)
        if (hasEnds && !board.records.has(binding.id)) putRecord(board, binding)
      }
    }, this.origin)
    this.dismiss(notice)
  }

  dismiss(notice: DeletedNotice): void {
    this.cell.set(this.cell.get().filter((each) => each !== notice))
  }

  stop(): void {
    for (const stop of this.stops) stop()
  }

  private readonly handleRemoval = ({ gone }: Removal): void => {
    const { board, holderOf } = this.options
    const bindings = gone.flatMap(({ record }) => (record !== null && isBinding(record) ? [record] : []))
    const notices = gone.flatMap(({ id, record }): DeletedNotice[] => {
      // Set aside is not taken away; and nobody's words were in a binding.
      if (record === null || !isShape(record) || board.records.has(id) || !this.isTypingIn(id)) return []
      this.typedAt.delete(id)
      const fields: Readonly<Record<string, unknown>> = record
      const texts = textFieldsOf(record.type).flatMap((field) => {
        const text = fields[field]
        return typeof text === 'string' && text !== '' ? [{ field, text }] : []
      })
      const own = bindings.filter(({ fromId, toId }) => fromId === record.id || toId === record.id)
      return [{ record, bindings: own, byId: holderOf?.(id) ?? null, texts }]
    })
    if (notices.length > 0) this.cell.set([...this.cell.get(), ...notices])
  }

  private isTypingIn(id: RecordId): boolean {
    const typedAt = this.typedAt.get(id)
    if (typedAt !== undefined && this.now() - typedAt <= TYPING_LASTS_MS) return true
    return this.options.isTypingIn?.(id) ?? false
  }
}
