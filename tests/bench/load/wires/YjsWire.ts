import { encodeStep1, encodeStep2, encodeUpdate } from '@samenreis/server/sync/frames'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { WatcherBoard, WriterBoard } from '../BoardEnds.ts'
import type { Wire, WireOptions } from '../Wire.ts'
import { awarenessUpdate, readCursors, stateAt } from './awareness.ts'

/** Message types and their parts, of y-protocols. */
export const kinds = { sync: 0, awareness: 1 } as const
export const syncs = { step1: 0, step2: 1, update: 2 } as const

const nobodysBoard = { stateVector: Y.encodeStateVector(new Y.Doc()), all: Y.encodeStateAsUpdate(new Y.Doc()) }
const CLIENT_IDS = 2 ** 32

/** What all clients of Yjs servers have in common; each puts its frames into an envelope of its own. */
export abstract class YjsWire implements Wire {
  isSynced = false
  protected readonly options: WireOptions
  protected readonly clientId: number
  readonly #writer: WriterBoard | null
  readonly #watcher: WatcherBoard | null

  constructor(options: WireOptions) {
    const { seat, sightings } = options
    this.options = options
    this.#writer = seat.writes ? new WriterBoard(seat.person) : null
    this.#watcher = seat.watches ? new WatcherBoard(sightings) : null
    this.clientId = this.#writer?.doc.clientID ?? Math.floor(Math.random() * CLIENT_IDS)
  }

  get listens(): boolean {
    return this.#watcher !== null
  }

  abstract open(): void
  abstract receive(payload: Buffer): void
  abstract cursor(number: number): void

  putShape(): void {
    if (this.#writer !== null) this.sendSync(encodeUpdate(this.#writer.putShape()))
  }

  edit(number: number): void {
    if (this.#writer !== null) this.sendSync(encodeUpdate(this.#writer.edit(number)))
  }

  /** A frame of y-protocols, type included. */
  protected abstract sendSync(frame: Uint8Array): void

  protected askForAll(): void {
    this.sendSync(encodeStep1(nobodysBoard.stateVector))
  }

  /** Reads the body of a sync message. */
  protected receiveSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const body = decoding.readVarUint8Array(decoder)
    if (kind === syncs.step1) {
      this.sendSync(encodeStep2(nobodysBoard.all))
      return
    }
    this.#watcher?.take(body)
    // Who drags needs the board that was there, and of later edits nothing: the shape is moved by nobody else.
    if (!this.isSynced) this.#writer?.take(body)
    if (kind === syncs.step2) this.isSynced = true
  }

  protected receiveCursors(decoder: decoding.Decoder): void {
    if (this.#watcher === null) return
    readCursors(decoding.readVarUint8Array(decoder), (person, number) => this.options.sightings.cursor(person, number))
  }
}

/** Presence as y-protocols has it: the whole state at every move. */
export class AwarenessOut {
  readonly #clientId: number
  readonly #person: number
  readonly #isWholeRecord: boolean
  #clock = 0

  constructor(clientId: number, person: number, isWholeRecord: boolean) {
    this.#clientId = clientId
    this.#person = person
    this.#isWholeRecord = isWholeRecord
  }

  at(number: number): Uint8Array {
    this.#clock += 1
    return awarenessUpdate(this.#clientId, this.#clock, stateAt(this.#person, number, this.#isWholeRecord))
  }
}
