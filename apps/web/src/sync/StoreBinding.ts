import type { Editor, TLStore } from 'tldraw'
import type * as Y from 'yjs'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import type { Quarantined } from '@samenreis/model/document/read'
import type { RecordId } from '@samenreis/model/ids/recordId'
import { Authorship } from './Authorship.ts'
import {
  documentChanges,
  DocumentReader,
  sameValue,
  textSplices,
  type GoneRecord,
  type StoreChanges,
  type TextSplices,
} from './documentToStore.ts'
import { onGestureEnd } from './gestureEnd.ts'
import { LocalChanges } from './LocalChanges.ts'
import { NotSyncedError } from './NotSyncedError.ts'
import { ownConsequences } from './ownConsequences.ts'
import { keepUndoOwn } from './ownUndo.ts'
import { OthersMoves } from './OthersMoves.ts'
import { flushOnLeave } from './pageLeave.ts'
import { Signal } from './Signal.ts'
import { followStore } from './storeChanges.ts'
import { refusalOf } from './storeRefusal.ts'
import { sharedRecord, writeChanges, writeTexts } from './storeToDocument.ts'
import { StoreWriter } from './StoreWriter.ts'
import type { Precision, SharedRecord } from './tldrawRecord.ts'
import { Cell, type Watchable } from './Watchable.ts'
import { UnknownFields } from './UnknownFields.ts'
import { WriteSchedule } from './WriteSchedule.ts'

export interface StoreBindingOptions {
  readonly board: BoardDocument
  readonly store: TLStore
  /** Whether a pointer gesture is going on; `attach(editor)` sets it to what the editor knows. */
  readonly isGesturing?: () => boolean
  /** Milliseconds that never jump. */
  readonly now?: () => number
  /** Runs something when the screen is drawn next, and gives what takes it back. Without it everything is shown at once. */
  readonly inNextFrame?: (run: () => void) => () => void
}

/** What others took away, and what went with it. */
export interface Removal {
  readonly gone: readonly GoneRecord[]
}

/**
 * Keeps tldraw's store and the board's document equal, record by record and field by field. `connect()` fills the store from the
 * document and writes nothing; `attach(editor)` lets it know gestures and history.
 */
export class StoreBinding {
  private readonly board: BoardDocument
  private readonly store: TLStore
  private isGesturing: () => boolean
  /** Compared by identity: an import or a "put back" is local too, and the store must see it (examples-to-follow.md 8). */
  private readonly origin = { binding: 'store' } as const
  private readonly reader: DocumentReader
  private readonly writer: StoreWriter
  private readonly local = new LocalChanges()
  private readonly authorship = new Authorship()
  private readonly unknown = new UnknownFields()
  private readonly schedule: WriteSchedule
  private readonly moves: OthersMoves
  private stops: (() => void)[] | null = null
  private readonly quarantinedCell = new Cell<readonly Quarantined[]>([])
  private readonly pendingCell = new Cell(false)
  private readonly refusedCell = new Cell<readonly RecordId[]>([])
  private readonly removed = new Signal<[Removal]>()
  private readonly typed = new Signal<[id: RecordId, fields: readonly string[]]>()

  constructor({
    board,
    store,
    isGesturing = () => false,
    now = () => performance.now(),
    inNextFrame,
  }: StoreBindingOptions) {
    this.board = board
    this.store = store
    this.isGesturing = isGesturing
    this.reader = new DocumentReader(board, (record) => refusalOf(store, record))
    this.writer = new StoreWriter({ store, reader: this.reader, authorship: this.authorship, local: this.local })
    this.schedule = new WriteSchedule({
      now,
      writeNow: () => this.write(this.isGesturing() ? 'pixel' : 'hundredth'),
      writeLater: () => (this.isGesturing() ? this.write('pixel') : this.flush()),
    })
    this.moves = new OthersMoves((moved) => this.show(this.reader.read(moved)), inNextFrame)
  }

  /** Records of the document that are not shown, and why. */
  get quarantined(): Watchable<readonly Quarantined[]> {
    return this.quarantinedCell
  }

  /** Whether the user did something that is not in the document yet, or not exactly: no server can have it (reliability.md I9). */
  get pending(): Watchable<boolean> {
    return this.pendingCell
  }

  /** Records of which the last change was taken back, because the board may not hold it (too long, too far). */
  get refused(): Watchable<readonly RecordId[]> {
    return this.refusedCell
  }

  /** Calls when others took records away, before they leave the store. Returns what ends it. */
  onRemovedByOthers(listener: (removal: Removal) => void): () => void {
    return this.removed.subscribe(listener)
  }

  /** Calls when the user typed in fields of a record. Returns what ends it. */
  onOwnText(listener: (id: RecordId, fields: readonly string[]) => void): () => void {
    return this.typed.subscribe(listener)
  }

  /** Fills the store from the document and follows both from now on. @throws NotSyncedError */
  connect(): void {
    if (this.board.schemaVersion === null) throw new NotSyncedError()
    if (this.stops !== null) return
    const all = this.reader.readAll()
    this.show(all)
    this.writer.keepOnly(all.put)
    this.publishQuarantined()
    this.stops = [
      followStore(this.store, { handleChange: this.handleUserChange, handleComplete: this.handleOperationComplete }),
      keepUndoOwn(this.store, this.authorship),
      flushOnLeave({ flush: () => this.flush(), isUnwritten: () => !this.local.areWritten() }),
    ]
    this.board.records.observeDeep(this.handleDocumentChange)
  }

  /** Writes what is left and lets go of both. The store keeps what it shows. */
  disconnect(): void {
    if (this.stops === null) return
    this.flush()
    this.moves.showNow()
    this.board.records.unobserveDeep(this.handleDocumentChange)
    for (const stop of this.stops) stop()
    this.stops = null
    this.schedule.cancel()
  }

  /** Learns from the editor when a gesture ends, and keeps what others do out of its history. Returns what ends it. */
  attach(editor: Editor): () => void {
    this.writer.editor = editor
    this.isGesturing = () => editor.inputs.getIsPointing()
    const stop = onGestureEnd(editor, () => this.flush())
    return () => {
      stop()
      this.isGesturing = () => false
      this.writer.editor = null
    }
  }

  /** Writes now what would be written later, places exactly: the end of a gesture. */
  flush(): void {
    this.local.wantExact()
    this.write('hundredth')
  }

  private readonly handleUserChange = (before: SharedRecord | null, after: SharedRecord | null): void => {
    const record = after ?? before
    if (record === null) return
    if (this.writer.isWriting) this.writer.noteEcho(record.id as unknown as RecordId)
    else if (before === null) this.local.noteCreated(record)
    else if (after === null) this.local.noteRemoved(record)
    else {
      this.authorship.note(before, after, 'own')
      this.local.noteChanged(before, after)
    }
  }

  private readonly handleOperationComplete = (): void => {
    if (this.writer.isWriting || this.local.isEmpty()) return
    // Texts at once, in the same turn: store and document are never apart in a text, so nothing has to be rebased.
    const texts = this.local.takeTexts((id) => {
      const record = sharedRecord(this.store, id)
      return record !== null && 'type' in record ? record.type : ''
    })
    if (texts.length > 0) {
      const refused = this.board.transact(() => writeTexts(this.board, this.store, texts), this.origin)
      for (const [id, fields] of texts) this.typed.tell(id, fields)
      if (refused.length > 0) queueMicrotask(() => this.takeBack(refused))
    }
    if (!this.local.isEmpty()) this.schedule.plan(this.local.areStructural())
    this.publishPending()
  }

  private write(precision: Precision): void {
    if (this.stops === null) return
    this.schedule.cancel()
    if (!this.local.isEmpty()) {
      const changes = this.local.take()
      const { rounded, refused } = this.board.transact(
        () => writeChanges(this.board, this.store, changes, precision, this.unknown),
        this.origin,
      )
      // Keys move what is selected as a pointer does, again and again; what came or went is over with this write.
      const areMoves = ![...changes.values()].some(({ created, removed }) => created || removed)
      this.schedule.noteWritten(areMoves ? changes.size : 1)
      this.local.noteRounded(rounded)
      if (refused.length > 0) this.takeBack(refused)
      // A repaired place that came while ours was not written yet was not shown; what was written may be no news by now.
      const moved = [...changes].filter(([, { fields }]) => fields.has('parentId'))
      if (moved.length > 0) this.show(this.reader.read(new Map(moved.map(([id]) => [id, new Set(['parentId'])]))))
    }
    if (this.local.areRounded()) this.schedule.planSettling()
    this.publishPending()
  }

  private readonly handleDocumentChange = (
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    { origin }: Y.Transaction,
  ): void => {
    const changes = documentChanges(events)
    if (origin !== this.origin) {
      if (this.moves.takes(changes)) return
      // What others moved before stands on the canvas before what comes after it. Never in answer to an own write: that one may be
      // made while the canvas is in the middle of an operation.
      this.moves.showNow()
    }
    const read = this.reader.read(changes)
    const isHeld = (id: RecordId): boolean => this.board.records.has(id) && sharedRecord(this.store, id) !== null
    this.show(origin === this.origin ? ownConsequences(changes, read, isHeld) : read, textSplices(events))
    this.publishQuarantined()
  }

  private show(changes: StoreChanges, splices?: TextSplices): void {
    if (changes.remove.length > 0) this.removed.tell({ gone: changes.remove })
    this.writer.show(changes, splices)
  }

  /** Takes changes back that the document may not hold. */
  private takeBack(ids: readonly RecordId[]): void {
    this.writer.takeBack(ids, (id) => this.board.records.has(id))
    this.refusedCell.set(ids)
  }

  private publishPending(): void {
    this.pendingCell.set(!this.local.areWritten())
  }

  private publishQuarantined(): void {
    const now = this.reader.quarantined()
    if (!sameValue(now, this.quarantinedCell.get())) this.quarantinedCell.set(now)
  }
}
