import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * What `mine` has and `theirs` lacks, as an update, but nothing of the records that are left out. Their parts are written as
 * already gone, so that the numbering of each client id stays without a gap and everything else merges as it always would.
 *
 * @param theirs has nothing that is left out and new
 */
export function missingWithout(mine: Y.Doc, theirs: Y.Doc, isLeftOut: (recordId: string) => boolean): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const leavesOut = (struct: Y.Item | Y.GC): boolean => {
    const record = struct instanceof Y.Item ? recordOf(struct) : null
    return record !== null && isLeftOut(record)
  }
  writeStructs(encoder, mine, theirs, leavesOut)
  writeDeletions(encoder, mine, theirs, leavesOut)
  return encoder.toUint8Array()
}

function writeStructs(
  encoder: Y.UpdateEncoderV1,
  mine: Y.Doc,
  theirs: Y.Doc,
  leavesOut: (struct: Y.Item | Y.GC) => boolean,
): void {
  const ahead = [...mine.store.clients.entries()]
    .map(([client, structs]) => ({ client, structs, from: Y.getState(theirs.store, client) }))
    .filter(({ client, from }) => Y.getState(mine.store, client) > from)
  encoding.writeVarUint(encoder.restEncoder, ahead.length)
  for (const { client, structs, from } of ahead) {
    const first = Y.findIndexSS(structs, from)
    encoding.writeVarUint(encoder.restEncoder, structs.length - first)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, from)
    for (const struct of structs.slice(first)) {
      const written = leavesOut(struct) ? new Y.GC(struct.id, struct.length) : struct
      written.write(encoder, Math.max(0, from - struct.id.clock))
    }
  }
}

/** Only what `theirs` still has is deleted: there every part still tells which record it is of. */
function writeDeletions(
  encoder: Y.UpdateEncoderV1,
  mine: Y.Doc,
  theirs: Y.Doc,
  leavesOut: (struct: Y.Item | Y.GC) => boolean,
): void {
  const ranges = new Map<number, { clock: number; length: number }[]>()
  for (const [client, deleted] of Y.createDeleteSetFromStructStore(mine.store).clients) {
    const structs = theirs.store.clients.get(client) ?? []
    const kept = deleted.flatMap(({ clock, len }) => {
      const own = Math.max(clock, Y.getState(theirs.store, client))
      const known = structs
        .filter((struct) => !struct.deleted && struct.id.clock < clock + len && struct.id.clock + struct.length > clock)
        .filter((struct) => !leavesOut(struct))
        .map(({ id, length }) => {
          const start = Math.max(clock, id.clock)
          return { clock: start, length: Math.min(clock + len, id.clock + length) - start }
        })
      return own < clock + len ? [...known, { clock: own, length: clock + len - own }] : known
    })
    if (kept.length > 0) ranges.set(client, kept)
  }
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
}

/** The record that a part of the document stands in; null = none, or it is not to be told any more. */
function recordOf(item: Y.Item): string | null {
  let at: Y.Item | null = item
  let record: string | null = null
  while (at !== null) {
    if (!(at.parent instanceof Y.AbstractType)) return null
    record = at.parentSub
    at = at.parent._item
  }
  return record
}
