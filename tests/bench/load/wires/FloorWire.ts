import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Wire, WireOptions } from '../Wire.ts'

const kinds = { edit: 0, cursor: 1 } as const
/** Bytes of one edit of ours on the wire: the floor carries as many, without reading them. */
const EDIT_BYTES = 42

/** Talks to the floor: as many bytes as our own client's edit, the smallest cursor that one can think of, nothing else. */
export class FloorWire implements Wire {
  isSynced = false
  readonly #options: WireOptions

  constructor(options: WireOptions) {
    this.#options = options
  }

  get listens(): boolean {
    return this.#options.seat.watches
  }

  open(): void {
    this.isSynced = true
  }

  receive(payload: Buffer): void {
    const decoder = decoding.createDecoder(payload)
    while (decoding.hasContent(decoder)) {
      const part = decoding.createDecoder(decoding.readVarUint8Array(decoder))
      const kind = decoding.readVarUint(part)
      const person = decoding.readVarUint(part)
      const number = decoding.readVarUint(part)
      if (kind === kinds.edit) this.#options.sightings.edit(person, number)
      else this.#options.sightings.cursor(person, number)
    }
  }

  putShape(): void {
    this.edit(0)
  }

  edit(number: number): void {
    this.#send(kinds.edit, number, EDIT_BYTES)
  }

  cursor(number: number): void {
    this.#send(kinds.cursor, number, 0)
  }

  #send(kind: number, number: number, bytes: number): void {
    const part = encoding.createEncoder()
    encoding.writeVarUint(part, kind)
    encoding.writeVarUint(part, this.#options.seat.person)
    encoding.writeVarUint(part, number)
    // The place itself: two numbers.
    encoding.writeVarUint(part, 1000 + number)
    encoding.writeVarUint(part, 1000 + this.#options.seat.person)
    while (encoding.length(part) < bytes) encoding.writeVarUint(part, 0)
    const frame = encoding.createEncoder()
    encoding.writeVarUint8Array(frame, encoding.toUint8Array(part))
    this.#options.send(encoding.toUint8Array(frame))
  }
}
