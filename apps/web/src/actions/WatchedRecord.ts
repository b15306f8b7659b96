import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { readRecord } from '@samenreis/model/document/read'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import type { AbstractType, YEvent } from 'yjs'

/** One record of the document, followed. The form that React's `useSyncExternalStore` takes. */
export class WatchedRecord {
  private readonly board: BoardDocument
  private readonly id: ShapeId
  private record: BoardRecord | null

  constructor(board: BoardDocument, id: ShapeId) {
    this.board = board
    this.id = id
    this.record = this.read()
  }

  /** null when it is gone or does not hold to its schema. The same object until it changes. */
  readonly get = (): BoardRecord | null => this.record

  readonly subscribe = (listener: () => void): (() => void) => {
    const onChange = (events: readonly YEvent<AbstractType<unknown>>[]): void => {
      if (!events.some((event) => this.concerns(event))) return
      this.record = this.read()
      listener()
    }
    this.record = this.read() // what happened since it was made
    this.board.records.observeDeep(onChange)
    return () => this.board.records.unobserveDeep(onChange)
  }

  private concerns(event: YEvent<AbstractType<unknown>>): boolean {
    return event.path.length === 0 ? event.keys.has(this.id) : event.path[0] === this.id
  }

  private read(): BoardRecord | null {
    const reading = readRecord(this.id, this.board.records.get(this.id))
    return reading.ok ? reading.record : null
  }
}
