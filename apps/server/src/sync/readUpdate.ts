import * as Y from 'yjs'
import type { SyncLimits } from './limits.ts'
import { partsAhead } from './valueParts.ts'

/** The parts of an update, read and not applied. */
export type UpdateParts = ReturnType<typeof Y.decodeUpdate>

/** Kinds of content that are of a board, and what stands for what is gone or left out, as Yjs numbers them (docs/protocol.md). */
const kinds: ReadonlySet<number> = new Set([0, 1, 4, 7, 8, 10])
const KIND_BITS = 31

/** Content of a kind that a board never holds. Reading stops before it is made: it may be a whole document, or a megabyte of JSON. */
export class ForeignContentError extends Error {
  override readonly name = 'ForeignContentError'
}

/** More structs, ranges or values than one frame may hold. Reading stops there: a frame of a million tiny parts costs no more (F08). */
export class TooManyPartsError extends Error {
  override readonly name = 'TooManyPartsError'
}

/** What is left of the bounds while one update is read; reading is synchronous, so one is enough for all. */
const left = { structs: 0, ranges: 0, parts: 0 }
/** Whose structs were read. */
const clients = new Set<number>()

class BoundedDecoder extends Y.UpdateDecoderV1 {
  /** Called once per struct. */
  override readInfo(): number {
    left.structs -= 1
    if (left.structs < 0) throw new TooManyPartsError('structs: too many')
    const info = super.readInfo()
    if (!kinds.has(info & KIND_BITS)) throw new ForeignContentError('kind of content')
    return info
  }

  /** Called once per value. */
  override readAny(): unknown {
    left.parts -= partsAhead(this.restDecoder, left.parts)
    if (left.parts < 0) throw new TooManyPartsError('values: too many parts')
    return super.readAny()
  }

  /** Called once per client. Of one that stands there twice Yjs applies other structs than it decodes. */
  override readClient(): number {
    const client = super.readClient()
    if (clients.has(client)) throw new Error('A client stands in the update twice')
    clients.add(client)
    return client
  }

  /** Called once per range of deletions. */
  override readDsClock(): number {
    left.ranges -= 1
    if (left.ranges < 0) throw new TooManyPartsError('ranges of deletions')
    return super.readDsClock()
  }
}

/** @throws TooManyPartsError, ForeignContentError, UnreadableValueError, and what Yjs and lib0 throw for bytes that are no update */
export function readUpdate(update: Uint8Array, limits: SyncLimits): UpdateParts {
  left.structs = limits.structsPerFrame
  left.ranges = limits.deleteRangesRead
  left.parts = limits.valuePartsPerFrame
  clients.clear()
  return Y.decodeUpdateV2(update, BoundedDecoder)
}
