import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readBoard, readRecord, type BoardSnapshot, type Quarantined } from '@samenreis/model/document/read'
import type { RecordId } from '@samenreis/model/ids/recordId'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import type { AbstractType, YEvent } from 'yjs'
import { Signal } from '../../sync/Signal.ts'
import type { Watchable } from '../../sync/Watchable.ts'

/** How long changes are gathered before they are read, in ms: a drag of others arrives 20 times a second. */
const GATHER_MS = 150

/** Calls `act` once, later. Returns what takes it back. */
export type Later = (act: () => void) => () => void

const afterGathering: Later = (act) => {
  const timer = setTimeout(act, GATHER_MS)
  return () => clearTimeout(timer)
}

/**
 * The records of a document, followed: after each change only what changed is read anew, everything else stays the very same
 * object. Reads nothing while nobody listens, and writes nothing ever. The form that React's `useSyncExternalStore` takes.
 */
export class LiveSnapshot implements Watchable<BoardSnapshot> {
  /** Told before the listeners: each record that may have changed as it is now, null = gone. */
  readonly changes = new Signal<[changes: readonly (readonly [RecordId, BoardRecord | null])[]]>()
  private readonly board: BoardDocument
  private readonly later: Later
  private readonly listeners = new Set<() => void>()
  private readonly changed = new Set<string>()
  private snapshot: BoardSnapshot
  private cancel: (() => void) | null = null

  constructor(board: BoardDocument, later: Later = afterGathering) {
    this.board = board
    this.later = later
    this.snapshot = readBoard(board)
  }

  readonly get = (): BoardSnapshot => this.snapshot

  readonly subscribe = (listener: () => void): (() => void) => {
    if (this.listeners.size === 0) this.start()
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) this.stop()
    }
  }

  private start(): void {
    // What happened while nobody listened.
    const before = this.snapshot.records
    this.snapshot = readBoard(this.board)
    const { records } = this.snapshot
    const gone = [...before.keys()].filter((id) => !records.has(id))
    this.changes.tell([...records, ...gone.map((id) => [id, null] as const)])
    this.board.records.observeDeep(this.handleChange)
  }

  private stop(): void {
    this.board.records.unobserveDeep(this.handleChange)
    this.cancel?.()
    this.cancel = null
    this.changed.clear()
  }

  private readonly handleChange = (events: readonly YEvent<AbstractType<unknown>>[]): void => {
    for (const event of events) {
      if (event.path.length > 0) this.changed.add(String(event.path[0]))
      else for (const id of event.keys.keys()) this.changed.add(id)
    }
    this.cancel ??= this.later(this.read)
  }

  private readonly read = (): void => {
    this.cancel = null
    const records = new Map<RecordId, BoardRecord>(this.snapshot.records)
    const quarantined: Quarantined[] = this.snapshot.quarantined.filter(({ id }) => !this.changed.has(id))
    for (const id of this.changed) {
      records.delete(id as RecordId)
      const fields = this.board.records.get(id)
      if (fields === undefined) continue
      const reading = readRecord(id, fields)
      if (reading.ok) records.set(reading.record.id, reading.record)
      else quarantined.push(reading.quarantined)
    }
    const changes = [...this.changed].map((id) => [id as RecordId, records.get(id as RecordId) ?? null] as const)
    this.changed.clear()
    this.snapshot = { records, quarantined }
    this.changes.tell(changes)
    for (const listener of this.listeners) listener()
  }
}
