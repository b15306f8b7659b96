import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { Geometry } from '@samenreis/model/records/envelope'
import * as Y from 'yjs'
import type { SoundRecords } from './contentCheck.ts'
import type { UpdateParts } from './readUpdate.ts'
import { structAt } from './structAt.ts'

/** Of shapes alone it is known that no schema looks at their place and another field at once. */
export const SHAPE_PREFIX = 'shape:'

/** Longer ones have something behind them; Yjs passes over that, and nobody is to keep it. */
const MOVE_MAX_BYTES = 256

/**
 * The shape that an update moves or makes larger or smaller, when it does that and nothing else and the shape was found good; null = it
 * does something else, or that is not quite certain. Such an update needs no trying: it puts one value that holds behind one of the same
 * field, and takes away none but the one that it stands behind. Whatever else is put there at the same time, one value is left, and each
 * of them holds.
 *
 * @param parts of the update, which `checkUpdate` found new, with everything it builds on there
 */
export function moveOf(
  board: BoardDocument,
  update: Uint8Array,
  { structs, ds }: UpdateParts,
  sound: SoundRecords,
): string | null {
  // One client with one struct, as the first two bytes say. Where a client stands twice, Yjs applies the second and leaves out the first.
  if (update[0] !== 1 || update[1] !== 1 || update.byteLength > MOVE_MAX_BYTES) return null
  const [item, ...others] = structs
  if (!(item instanceof Y.Item) || others.length > 0 || item.origin === null || item.rightOrigin !== null) return null
  if (!(item.content instanceof Y.ContentAny) || item.content.arr.length !== 1) return null
  const { origin } = item
  for (const [client, ranges] of ds.clients) {
    for (const { clock, len } of ranges) {
      if (client !== origin.client || clock !== origin.clock || len !== 1) return null
    }
  }
  if (item.id.clock !== Y.getState(board.doc.store, item.id.client)) return null
  const before = structAt(board.doc, origin)
  if (!(before instanceof Y.Item) || before.parentSub !== 'geometry' || !(before.parent instanceof Y.Map)) return null
  const record = before.parent._item
  if (record === null || record.parent !== board.records || record.parentSub === null) return null
  if (!record.parentSub.startsWith(SHAPE_PREFIX) || !sound.has(before.parent)) return null
  return Geometry.safeParse(item.content.arr[0]).success ? record.parentSub : null
}
