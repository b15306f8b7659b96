import * as Y from 'yjs'

/**
 * One update of one struct and some deletions of one character or value each, made by hand.
 * @param isGhost its client stands there a second time, with no struct: Yjs leaves out the first of two
 */
export function forgedUpdate(item: Y.Item, deletes: readonly Y.ID[] = [], isGhost = false): Uint8Array {
  const struct = new Y.UpdateEncoderV1()
  item.write(struct, 0)
  const { client, clock } = item.id
  const block = (structs: number): number[] => [structs, client, clock].flatMap(varUint)
  return Uint8Array.from([
    isGhost ? 2 : 1,
    ...block(1),
    ...struct.toUint8Array(),
    ...(isGhost ? block(0) : []),
    deletes.length,
    ...deletes.flatMap((id) => [id.client, 1, id.clock, 1].flatMap(varUint)),
  ])
}

function varUint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varUint(Math.floor(value / 128))]
}
