import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** How much one part may hold. A single struct that is larger stands alone in a part of its own. */
export interface PartLimits {
  readonly bytes: number
  readonly structs: number
  readonly deletedRanges: number
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number]

interface DeletedRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

/**
 * The same change as several updates, each of which can be taken as it comes: nothing in a part builds on a later one, and what
 * is deleted comes last (reliability.md F58).
 *
 * @param update first format, with nothing left out in the middle
 */
export function updateParts(update: Uint8Array, limits: PartLimits): readonly Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const parts = [...structParts(inOrder(structs), limits)]
  const ranges = [...ds.clients].flatMap(([client, each]) =>
    each.map(({ clock, len }): DeletedRange => ({ client, clock, length: len })),
  )
  const deletions = Array.from({ length: Math.ceil(ranges.length / limits.deletedRanges) }, (_, index) =>
    ranges.slice(index * limits.deletedRanges, (index + 1) * limits.deletedRanges),
  )
  const [first = [], ...rest] = deletions
  return [
    ...parts.slice(0, -1).map((part) => encoded(part, [])),
    encoded(parts.at(-1) ?? [], first),
    ...rest.map((each) => encoded([], each)),
  ]
}

/** Structs so that each stands after what it builds on, those of one client id by clock. */
function inOrder(structs: readonly Struct[]): readonly Struct[] {
  const queues = new Map<number, Struct[]>()
  for (const struct of structs) queues.set(struct.id.client, [...(queues.get(struct.id.client) ?? []), struct])
  if (queues.size <= 1) return structs
  /** Clock up to which the reader has each client id: what is not in the update it had before. */
  const known = new Map([...queues].map(([client, [first]]) => [client, first?.id.clock ?? 0]))
  const isKnown = (id: Y.ID): boolean => id.clock < (known.get(id.client) ?? Infinity)
  const ordered: Struct[] = []
  while (queues.size > 0) {
    const before = ordered.length
    for (const [client, queue] of queues) {
      for (let next = queue[0]; next !== undefined && builtOn(next).every(isKnown); next = queue[0]) {
        ordered.push(next)
        known.set(client, next.id.clock + next.length)
        queue.shift()
      }
      if (queue.length === 0) queues.delete(client)
    }
    // Only in an update that was not whole to begin with: the reader is to say what it lacks.
    if (ordered.length === before) return [...ordered, ...[...queues.values()].flat()]
  }
  return ordered
}

function builtOn(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return []
  const parent: unknown = struct.parent
  return [struct.origin, struct.rightOrigin, parent].filter((id): id is Y.ID => id instanceof Y.ID)
}

interface WrittenStruct {
  readonly struct: Struct
  readonly bytes: Uint8Array
}

function* structParts(structs: readonly Struct[], limits: PartLimits): Generator<readonly WrittenStruct[]> {
  let part: WrittenStruct[] = []
  let partBytes = 0
  for (const struct of structs) {
    const encoder = new Y.UpdateEncoderV1()
    struct.write(encoder, 0)
    const bytes = encoding.toUint8Array(encoder.restEncoder)
    if (part.length > 0 && (partBytes + bytes.byteLength > limits.bytes || part.length >= limits.structs)) {
      yield part
      part = []
      partBytes = 0
    }
    part.push({ struct, bytes })
    partBytes += bytes.byteLength
  }
  yield part
}

function encoded(structs: readonly WrittenStruct[], deleted: readonly DeletedRange[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const byClient = Map.groupBy(structs, ({ struct }) => struct.id.client)
  encoding.writeVarUint(encoder.restEncoder, byClient.size)
  for (const [client, each] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, each.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, each[0]?.struct.id.clock ?? 0)
    for (const { bytes } of each) encoding.writeUint8Array(encoder.restEncoder, bytes)
  }
  const ranges = Map.groupBy(deleted, ({ client }) => client)
  encoding.writeVarUint(encoder.restEncoder, ranges.size)
  for (const [client, each] of ranges) {
    encoder.resetDsCurVal()
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, each.length)
    for (const { clock, length } of each) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(length)
    }
  }
  return encoder.toUint8Array()
}
