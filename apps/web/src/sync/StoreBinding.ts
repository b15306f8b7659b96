import type { Editor, TLEventInfo, TLRecord, TLStore } from 'tldraw'
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
  type DocumentChanges,
  type GoneRecord,
  type PutRecord,
  type StoreChanges,
  type TextSplices,
} from './documentToStore.ts'
import { NotSyncedError } from './NotSyncedError.ts'
import { keepUndoOwn } from './ownUndo.ts'
import { LocalChanges, sharedRecord, writeChanges, writeTexts } from './storeToDocument.ts'
import { isSharedRecord, withFields, type Precision, type SharedRecord } from './tldrawRecord.ts'
import { Cell, type Watchable } from './Watchable.ts'

/** While a gesture lasts its changes leave at most this often, in ms (design.md, Document). */
export const GESTURE_WRITE_MS = 50
/** How long after the last write of a gesture it is looked whether it has ended unnoticed, in ms. */
const SETTLE_MS = 250

export interface StoreBindingOptions {
  readonly board: BoardDocument
  readonly store: TLStore
  /** Whether a pointer gesture is going on; `attach(editor)` sets it to what the editor knows. */
  readonly isGesturing?: () => boolean
  /** Milliseconds that never jump. */
  readonly now?: () => number
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
  private readonly now: () => number
  private isGesturing: () => boolean
  private editor: Editor | null = null
  /** Compared by identity: an import or a "put back" is local too, and the store must see it (examples-to-follow.md 8). */
  private readonly origin = { binding: 'store' } as const
  private readonly reader: DocumentReader
  private readonly local = new LocalChanges()
  private readonly authorship = new Authorship()
  /** Shapes whose place was last written in whole pixels; the gesture's end writes it exactly. */
  private readonly rounded = new Set<RecordId>()
  /** Records that tldraw's own rules changed in answer to a remote change; null while none is being applied. */
  private echoes: Set<RecordId> | null = null
  /** How the texts changed of which the change is being applied. */
  private splices: TextSplices | undefined = undefined
  private lastWriteAt = -Infinity
  private writeQueued = false
  private timer: ReturnType<typeof setTimeout> | null = null
  private stops: (() => void)[] | null = null
  private readonly quarantinedCell = new Cell<readonly Quarantined[]>([])
  private readonly refusedCell = new Cell<readonly RecordId[]>([])
  private readonly removalListeners = new Set<(removal: Removal) => void>()
  private readonly textListeners = new Set<(id: RecordId, fields: readonly string[]) => void>()

  constructor({ board, store, isGesturing = () => false, now = () => performance.now() }: StoreBindingOptions) {
    this.board = board
    this.store = store
    this.isGesturing = isGesturing
    this.now = now
    this.reader = new DocumentReader(board, (record) => refusalOf(store, record))
  }

  /** Records of the document that are not shown, and why. */
  get quarantined(): Watchable<readonly Quarantined[]> {
    return this.quarantinedCell
  }

  /** Records of which the last change was taken back, because the board may not hold it (too long, too far). */
  get refused(): Watchable<readonly RecordId[]> {
    return this.refusedCell
  }

  /** Calls when others took records away, before they leave the store. Returns what ends it. */
  onRemovedByOthers(listener: (removal: Removal) => void): () => void {
    this.removalListeners.add(listener)
    return () => void this.removalListeners.delete(listener)
  }

  /** Calls when the user typed in fields of a record. Returns what ends it. */
  onOwnText(listener: (id: RecordId, fields: readonly string[]) => void): () => void {
    this.textListeners.add(listener)
    return () => void this.textListeners.delete(listener)
  }

  /** Fills the store from the document and follows both from now on. @throws NotSyncedError */
  connect(): void {
    if (this.board.schemaVersion === null) throw new NotSyncedError()
    if (this.stops !== null) return
    this.showAll()
    const { sideEffects } = this.store
    this.stops = [
      ...(['shape', 'binding', 'page'] as const).flatMap((type) => [
        sideEffects.registerAfterCreateHandler(type, (record, source) => this.handleUserChange(null, record, source)),
        sideEffects.registerAfterChangeHandler(type, (before, after, source) =>
          this.handleUserChange(before, after, source),
        ),
        sideEffects.registerAfterDeleteHandler(type, (record, source) => this.handleUserChange(record, null, source)),
      ]),
      sideEffects.registerOperationCompleteHandler(() => this.handleOperationComplete()),
      keepUndoOwn(this.store, this.authorship),
      this.flushWhenHidden(),
    ]
    this.board.records.observeDeep(this.handleDocumentChange)
  }

  /** Writes what is left and lets go of both. The store keeps what it shows. */
  disconnect(): void {
    if (this.stops === null) return
    this.flush()
    this.board.records.unobserveDeep(this.handleDocumentChange)
    for (const stop of this.stops) stop()
    this.stops = null
    this.cancelTimer()
  }

  /** Learns from the editor when a gesture ends, and keeps what others do out of its history. Returns what ends it. */
  attach(editor: Editor): () => void {
    this.editor = editor
    this.isGesturing = () => editor.inputs.getIsPointing()
    const handleEvent = ({ type, name }: TLEventInfo): void => {
      if ((type === 'pointer' && name === 'pointer_up') || (type === 'keyboard' && name === 'key_up')) this.flush()
      if (type === 'misc') this.flush()
    }
    editor.on('event', handleEvent)
    return () => {
      editor.off('event', handleEvent)
      this.isGesturing = () => false
      this.editor = null
    }
  }

  /** Writes now what would be written later, places exactly: the end of a gesture. */
  flush(): void {
    if (this.stops === null) return
    for (const id of this.rounded) this.local.noteField(id, 'geometry')
    this.rounded.clear()
    this.write('hundredth')
  }

  private readonly handleUserChange = (
    before: SharedRecord | null,
    after: SharedRecord | null,
    source: 'remote' | 'user',
  ): void => {
    if (source !== 'user') return
    const record = after ?? before
    if (record === null) return
    if (this.echoes !== null) this.echoes.add(record.id as unknown as RecordId)
    else if (before === null) this.local.noteCreated(record)
    else if (after === null) this.local.noteRemoved(record)
    else {
      this.authorship.note(before, after, 'own')
      this.local.noteChanged(before, after)
    }
  }

  private handleOperationComplete(): void {
    if (this.echoes !== null || this.local.isEmpty()) return
    // Texts at once, in the same turn: store and document are never apart in a text, so nothing has to be rebased.
    const texts = this.local.takeTexts((id) => {
      const record = sharedRecord(this.store, id)
      return record !== null && 'type' in record ? record.type : ''
    })
    if (texts.length > 0) {
      const refused = this.board.transact(() => writeTexts(this.board, this.store, texts), this.origin)
      for (const [id, fields] of texts) for (const tell of this.textListeners) tell(id, fields)
      if (refused.length > 0) queueMicrotask(() => this.takeBack(refused))
    }
    if (!this.local.isEmpty()) this.schedule()
  }

  /** At the end of this turn when it cannot or need not wait, else when the pause is over. Hidden tabs have microtasks too. */
  private schedule(): void {
    const wait = this.local.areStructural() ? 0 : this.lastWriteAt + GESTURE_WRITE_MS - this.now()
    if (wait <= 0) {
      if (this.writeQueued) return
      this.writeQueued = true
      queueMicrotask(() => {
        this.writeQueued = false
        if (this.stops !== null) this.write(this.isGesturing() ? 'pixel' : 'hundredth')
      })
    } else if (this.timer === null || this.rounded.size > 0) this.setTimer(wait)
  }

  private write(precision: Precision): void {
    this.cancelTimer()
    if (!this.local.isEmpty()) {
      const changes = this.local.take()
      const { rounded, refused } = this.board.transact(
        () => writeChanges(this.board, this.store, changes, precision),
        this.origin,
      )
      this.lastWriteAt = this.now()
      for (const id of rounded) this.rounded.add(id)
      if (refused.length > 0) this.takeBack(refused)
      // A repaired place that came while ours was not written yet was not shown; what was written may be no news by now.
      const moved = [...changes].filter(([, { fields }]) => fields.has('parentId'))
      if (moved.length > 0) this.apply(this.reader.read(new Map(moved.map(([id]) => [id, new Set(['parentId'])]))))
    }
    if (this.rounded.size > 0) this.setTimer(SETTLE_MS)
  }

  private setTimer(delayMs: number): void {
    this.cancelTimer()
    this.timer = setTimeout(() => {
      this.timer = null
      if (this.isGesturing()) this.write('pixel')
      else this.flush()
    }, delayMs)
  }

  private cancelTimer(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private readonly handleDocumentChange = (
    events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
    { origin }: Y.Transaction,
  ): void => {
    const changes = documentChanges(events)
    const read = this.reader.read(changes)
    this.splices = textSplices(events)
    this.apply(origin === this.origin ? this.consequences(changes, read) : read)
    this.splices = undefined
    this.publishQuarantined()
  }

  /**
   * What our own write means beyond itself: for other records (a parent is back, a binding has its ends), and for its own where
   * readers repair it. Everything else of it the store has already.
   */
  private consequences(changes: DocumentChanges, { put, remove }: StoreChanges): StoreChanges {
    const shown = new Set<string>(put.map(({ record }) => record.id))
    const hidden = [...changes.keys()].filter(
      (id) => !shown.has(id) && this.board.records.has(id) && sharedRecord(this.store, id as RecordId) !== null,
    )
    return {
      put: put.flatMap(({ record, fields }) => {
        if (!changes.has(record.id)) return [{ record, fields }]
        return fields === 'all' || fields.has('parentId') ? [{ record, fields: new Set(['parentId']) }] : []
      }),
      remove: [
        ...remove.filter(({ id }) => !changes.has(id)),
        ...hidden.map((id) => ({ id: id as RecordId, record: null })),
      ],
    }
  }

  private showAll(): void {
    const changes = this.reader.readAll()
    const shown = new Set<string>(changes.put.map(({ record }) => record.id))
    const left = this.store.allRecords().filter((record) => isSharedRecord(record) && !shown.has(record.id))
    this.apply(changes)
    this.applyQuietly(() => this.store.remove(left.map(({ id }) => id)))
    this.publishQuarantined()
  }

  private apply(changes: StoreChanges): void {
    if (changes.put.length === 0 && changes.remove.length === 0) return
    if (changes.remove.length > 0) for (const tell of this.removalListeners) tell({ gone: changes.remove })
    const echoes = this.applyQuietly(() => this.applyToStore(changes))
    // tldraw's rules ran here too (an arrow lets go, an empty group dissolves). Whoever made the change wrote what follows from
    // it; if every tab did, each would answer each. So the document's word stands.
    if (echoes.size > 0) this.showAgain(echoes)
  }

  private showAgain(ids: ReadonlySet<RecordId>): void {
    const changes = this.reader.read(new Map([...ids].map((id) => [id, 'all'])))
    this.applyQuietly(() => this.applyToStore(changes))
  }

  /** Takes changes back that the document may not hold. */
  private takeBack(ids: readonly RecordId[]): void {
    const shown = new Set(ids.filter((id) => this.board.records.has(id)))
    this.applyQuietly(() => {
      this.applyToStore(this.reader.read(new Map([...shown].map((id) => [id, 'all']))))
      this.store.remove(ids.filter((id) => !shown.has(id)) as unknown as TLRecord['id'][])
    })
    this.refusedCell.set(ids)
  }

  private applyToStore({ put, remove }: StoreChanges): void {
    for (const { id } of remove) this.authorship.forget(id)
    const records = put.flatMap((each) => this.merged(each))
    try {
      this.store.put(records)
    } catch {
      for (const record of records) this.putAlone(record)
    }
    this.store.remove(remove.map(({ id }) => id as unknown as TLRecord['id']))
  }

  private putAlone(record: SharedRecord): void {
    try {
      this.store.put([record])
    } catch {
      this.reader.setRecordAside(record.id as unknown as RecordId)
    }
  }

  /** The record to put, or none: with what the user changed and is not written yet, and untouched where nothing is news. */
  private merged({ record, fields }: PutRecord): SharedRecord[] {
    const id = record.id as unknown as RecordId
    const current = sharedRecord(this.store, id)
    if (current === null) return this.local.isRemoved(id) ? [] : [record]
    const takes = (field: string): boolean =>
      (fields === 'all' || fields.has(field)) &&
      !this.local.has(id, field) &&
      !(field === 'geometry' && this.rounded.has(id))
    const next = withFields(current, record, takes, sameValue)
    if (next === current) return []
    this.authorship.note(current, next, 'other', this.splices)
    return [next]
  }

  /** Runs `change` as somebody else's, outside the editor's history. Returns what tldraw's rules changed in answer. */
  private applyQuietly(change: () => void): ReadonlySet<RecordId> {
    const echoes = new Set<RecordId>()
    this.echoes = echoes
    try {
      const merge = (): void => this.store.mergeRemoteChanges(change)
      if (this.editor === null) merge()
      else this.editor.run(merge, { history: 'ignore', ignoreShapeLock: true })
    } finally {
      this.echoes = null
    }
    return echoes
  }

  private publishQuarantined(): void {
    const now = this.reader.quarantined()
    if (!sameValue(now, this.quarantinedCell.get())) this.quarantinedCell.set(now)
  }

  /** A page that is put aside may never wake up again; one that is left in the middle of a gesture asks first (F91). */
  private flushWhenHidden(): () => void {
    if (typeof document === 'undefined') return () => undefined
    const flush = (): void => this.flush()
    const ask = (event: BeforeUnloadEvent): void => {
      const isUnwritten = !this.local.isEmpty() || this.rounded.size > 0
      this.flush()
      if (isUnwritten) event.preventDefault()
    }
    document.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    window.addEventListener('beforeunload', ask)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      window.removeEventListener('beforeunload', ask)
    }
  }
}

/** Why tldraw's store would not take this record: names of fields; null = it would. */
function refusalOf(store: TLStore, record: SharedRecord): readonly string[] | null {
  try {
    store.schema.types[record.typeName].validate(record)
    return null
  } catch (error) {
    const path: unknown = typeof error === 'object' && error !== null && 'path' in error ? error.path : []
    // `['shape', '(type = card)', 'props', 'kind']`: the field is what is left without the canvas's own words.
    const names = Array.isArray(path) ? path.filter((part) => typeof part === 'string' && !part.startsWith('(')) : []
    return [names.filter((name) => name !== record.typeName && name !== 'props').join('.')]
  }
}
