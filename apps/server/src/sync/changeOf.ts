import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * What a transaction that has ended brought to its document, as an update: byte for byte what Yjs gives with its `update` event. Yjs lists
 * the clocks of all client ids three times over for it, which in a room where 400 people ever wrote took as long as the change itself;
 * here only those are looked at that wrote.
 *
 * @returns null when it changed nothing
 */
export function changeOf({ doc, beforeState, afterState, deleteSet }: Y.Transaction): Uint8Array | null {
  const written: { readonly client: number; readonly from: number }[] = []
  for (const [client, clock] of afterState) {
    const from = beforeState.get(client) ?? 0
    if (from !== clock) written.push({ client, from })
  }
  if (written.length === 0 && deleteSet.clients.size === 0) return null
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, written.length)
  // Higher ids first, as Yjs wants it: it finds places sooner.
  for (const { client, from } of written.toSorted((one, other) => other.client - one.client)) {
    writeStructs(encoder, doc, client, from)
  }
  const deletions = [...deleteSet.clients].toSorted(([one], [other]) => other - one)
  encoding.writeVarUint(encoder.restEncoder, deletions.length)
  for (const [client, ranges] of deletions) {
    encoding.writeVarUint(encoder.restEncoder, client)
    encoding.writeVarUint(encoder.restEncoder, ranges.length)
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock)
      encoder.writeDsLen(len)
    }
  }
  return encoder.toUint8Array()
}

/** Everything of one client from a clock on. What stood before it may have been put together with the first of it. */
function writeStructs(encoder: Y.UpdateEncoderV1, doc: Y.Doc, client: number, from: number): void {
  const structs = doc.store.clients.get(client) ?? []
  const first = Y.findIndexSS(structs, from)
  encoding.writeVarUint(encoder.restEncoder, structs.length - first)
  encoder.writeClient(client)
  encoding.writeVarUint(encoder.restEncoder, from)
  for (let index = first; index < structs.length; index += 1) {
    const struct = structs[index]
    struct?.write(encoder, index === first ? from - struct.id.clock : 0)
  }
}
