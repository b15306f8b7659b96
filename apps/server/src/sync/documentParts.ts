import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** What somebody has of a document: per client id the first clock that he lacks. */
export type Clocks = ReadonlyMap<number, number>

export interface DocumentPart {
  /** Structs alone; what they delete among each other is gone already, and the last difference carries all deletions. */
  readonly update: Uint8Array
  /** What the receiver has afterwards. */
  readonly has: Clocks
  /** Whether no struct is left. */
  readonly isLast: boolean
}

type Struct = Y.Item | Y.GC

interface Block {
  readonly clock: number
  readonly encoder: Y.UpdateEncoderV1
  count: number
}

/**
 * The next part of what somebody lacks, a little more than `maxBytes` at most by one struct. Every struct comes after all that
 * it builds on, so that the receiver can take each part as it comes. Made from the document as it is now: it may go on
 * changing between two parts.
 */
export function nextPart(doc: Y.Doc, had: Clocks, maxBytes: number): DocumentPart {
  const has = new Map(had)
  const blocks = new Map<number, Block>()
  const clockOf = (client: number): number => has.get(client) ?? 0
  const lacking = [...doc.store.clients.keys()].filter((client) => Y.getState(doc.store, client) > clockOf(client))
  let bytes = 0
  // High client ids first, as Yjs orders them; who builds on somebody else waits on the stack until that one is through.
  const stack = lacking.toSorted((a, b) => a - b)
  for (let client = stack.at(-1); client !== undefined; client = stack.at(-1)) {
    if (bytes >= maxBytes) return { update: encodeBlocks(blocks), has, isLast: false }
    const clock = clockOf(client)
    const structs = doc.store.clients.get(client)
    if (structs === undefined || Y.getState(doc.store, client) <= clock) {
      stack.pop()
      continue
    }
    const struct = structs[Y.findIndexSS(structs, clock)]
    if (struct === undefined) throw new Error('A struct is missing in an integrated document')
    const missing = dependenciesOf(struct).find((id) => id.client !== client && id.clock >= clockOf(id.client))
    if (missing !== undefined) {
      stack.push(missing.client)
      // Cannot be in an integrated document. Should it be, all goes at once, as it would without parts.
      if (stack.length > 2 * doc.store.clients.size + 1)
        return { update: encodeBlocks(new Map()), has: had, isLast: true }
      continue
    }
    const block = blocks.get(client) ?? { clock, encoder: new Y.UpdateEncoderV1(), count: 0 }
    blocks.set(client, block)
    const before = encoding.length(block.encoder.restEncoder)
    struct.write(block.encoder, clock - struct.id.clock)
    block.count += 1
    bytes += encoding.length(block.encoder.restEncoder) - before
    has.set(client, struct.id.clock + struct.length)
  }
  return { update: encodeBlocks(blocks), has, isLast: true }
}

function dependenciesOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const { origin, rightOrigin, parent } = struct
  const parentId = parent instanceof Y.AbstractType ? (parent._item?.id ?? null) : null
  return [origin, rightOrigin, parentId].filter((id) => id !== null)
}

function encodeBlocks(blocks: ReadonlyMap<number, Block>): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, blocks.size)
  for (const [client, { clock, count, encoder: structs }] of blocks) {
    encoding.writeVarUint(encoder, count)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock)
    encoding.writeUint8Array(encoder, encoding.toUint8Array(structs.restEncoder))
  }
  // No deletions.
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}
