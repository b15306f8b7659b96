import * as Y from 'yjs'
import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { BindingId } from '@samenreis/model/ids/recordId'
import { UnsentChanges, type Stretch } from './UnsentChanges.ts'
import { holdsText, unsentTexts, type UnsentText } from './UnsentTexts.ts'
import { Cell } from './Watchable.ts'

/** What this tab did to one record since the server last said that everything of it is stored. */
interface UnsentRecord {
  /** A line between two cards is part of what was done to them; alone it counts as one thing. */
  readonly isLine: boolean
  /** Number of the latest change of it. */
  change: number
  /** Fields that people type in and that were changed. */
  readonly texts: Set<string>
}

interface SentFrame {
  /** All changes up to this number are stored with it. */
  readonly change: number
  /** Clocks of this person's client ids that are stored with it. */
  readonly clocks: Iterable<readonly [number, number]>
}

/**
 * What this tab changed and the server has not said it stored, record by record: how much it is, as a person counts, and which
 * words are in it (reliability.md C3, F04, F92).
 */
export class UnsentWork {
  /** On how many things of the board something is not stored. A card that was made, moved and written in counts once. */
  readonly count = new Cell(0)
  private readonly board: BoardDocument
  /** Origin of what came from the server. */
  private readonly remoteOrigin: unknown
  private readonly records = new Map<string, UnsentRecord>()
  /** How many of them are no lines. */
  private things = 0
  private readonly changes = new UnsentChanges()
  /** Changes made so far. */
  private made = 0
  /** Per document frame of this connection: what is stored when the frame is. */
  private sent: SentFrame[] = []
  /** Client ids of this person's work in this tab, each with the clock up to which it is stored. */
  private readonly stored = new Map<number, number>()
  private firstAt: number | null = null
  private storedFrames = 0
  /** Whether a step 2 went out: from then on each frame vouches for everything before it. */
  private answered = false

  constructor(board: BoardDocument, remoteOrigin: unknown) {
    this.board = board
    this.remoteOrigin = remoteOrigin
    this.stored.set(board.doc.clientID, 0)
    board.doc.on('beforeObserverCalls', this.handleTransaction)
    board.doc.on('update', this.handleUpdate)
    board.records.observeDeep(this.handleChange)
  }

  /** When the oldest of it was made, in ms since 1970; null = there is nothing. For people to read. */
  get since(): number | null {
    return this.firstAt
  }

  /** Work of an earlier tab is put onto the board under its own client ids: to be called before. */
  adopt(clientIds: Iterable<number>): void {
    for (const id of clientIds) if (!this.stored.has(id)) this.stored.set(id, Y.getState(this.board.doc.store, id))
  }

  /** What is not stored, as an update: own structs and all deletions, and nobody else's words. */
  update(): Uint8Array {
    const { doc } = this.board
    const known = Y.decodeStateVector(Y.encodeStateVector(doc))
    for (const [id, clock] of this.stored) known.set(id, clock)
    return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known))
  }

  /** A new connection: frames are counted from one again, and prove nothing before its step 2. */
  noteOpened(): void {
    this.sent = []
    this.storedFrames = 0
    this.answered = false
  }

  /** The same as it was made, change after change; empty where that is not known any more. */
  stretches(): readonly Stretch[] {
    return this.changes.stretches()
  }

  /** A document frame was handed to the socket. @param stretch what of this work it carries; null = all, with what was before it */
  noteSent(frame: 'step2' | 'update', stretch: Stretch | null): void {
    if (stretch !== null) {
      this.sent.push({ change: stretch.change, clocks: Y.parseUpdateMeta(stretch.update).to })
      return
    }
    this.answered ||= frame === 'step2'
    const clocks = this.answered
      ? [...this.stored.keys()].map((id): [number, number] => [id, Y.getState(this.board.doc.store, id)])
      : []
    this.sent.push({ change: this.answered ? this.made : 0, clocks })
  }

  /** The server says that so many document frames of this connection are stored for good. */
  noteStored(frames: number): void {
    const newly = this.sent.splice(0, Math.max(0, frames - this.storedFrames))
    this.storedFrames = Math.max(this.storedFrames, frames)
    const stored = Math.max(0, ...newly.map(({ change }) => change))
    for (const { clocks } of newly) for (const [id, clock] of clocks) this.noteClock(id, clock)
    for (const [id, { change }] of this.records) if (change <= stored) this.forget(id)
    this.changes.noteStored(stored)
    this.publish()
  }

  /** The texts as they stand here now; a record that is gone has none. */
  texts(): readonly UnsentText[] {
    return [...this.records].flatMap(([id, { texts }]) => unsentTexts(this.board, id, texts))
  }

  stop(): void {
    this.board.doc.off('beforeObserverCalls', this.handleTransaction)
    this.board.doc.off('update', this.handleUpdate)
    this.board.records.unobserveDeep(this.handleChange)
  }

  private noteClock(id: number, clock: number): void {
    const known = this.stored.get(id)
    if (known !== undefined && known < clock) this.stored.set(id, clock)
  }

  private readonly handleTransaction = ({ origin }: Y.Transaction): void => {
    if (origin !== this.remoteOrigin) this.made += 1
  }

  private readonly handleUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this.remoteOrigin) this.changes.add({ update, change: this.made })
  }

  private readonly handleChange = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction) => {
    if (origin === this.remoteOrigin) return
    this.firstAt ??= Date.now()
    for (const event of events) {
      const [recordId, field] = event.path
      if (typeof recordId === 'string' && typeof field === 'string') this.note(recordId, [field])
      else if (typeof recordId === 'string') this.note(recordId, event.changes.keys.keys())
      else for (const id of event.changes.keys.keys()) this.note(id, this.board.records.get(id)?.keys() ?? [])
    }
    this.publish()
  }

  private note(recordId: string, fields: Iterable<string>): void {
    const known = this.records.get(recordId)
    const record = known ?? { isLine: BindingId.safeParse(recordId).success, change: 0, texts: new Set<string>() }
    if (known === undefined && !record.isLine) this.things += 1
    record.change = this.made
    for (const field of fields) {
      if (holdsText(this.board.records.get(recordId)?.get(field), field)) record.texts.add(field)
    }
    this.records.set(recordId, record)
  }

  private forget(recordId: string): void {
    if (this.records.get(recordId)?.isLine === false) this.things -= 1
    this.records.delete(recordId)
  }

  private publish(): void {
    if (this.records.size === 0) this.firstAt = null
    this.count.set(this.records.size === 0 ? 0 : Math.max(1, this.things))
  }
}
