import * as Y from 'yjs'
import { structAt } from './structAt.ts'

/**
 * Whether what a transaction brought stands where it says: between the two that it was put between, and between two that may have stood
 * side by side. Yjs takes those on trust. When they are the wrong way round, one and the same, in two lists, or when the one behind was
 * itself put behind something that stands between them, the place of an item depends on what came first, so that the board reads back
 * otherwise than it stands in memory; it could never be made a snapshot of again, nor be rescued (reliability.md C1.3).
 *
 * @param authors client ids under which the transaction wrote
 * @param limit most steps in all; between two neighbours stands no more than what others put there at the same time
 * @returns what is wrong, null = nothing
 */
export function checkPlaces(transaction: Y.Transaction, authors: readonly number[], limit: number): string | null {
  let left = limit
  for (const client of authors) {
    const structs = transaction.doc.store.clients.get(client) ?? []
    const from = transaction.beforeState.get(client) ?? 0
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index]
      if (struct === undefined || struct.id.clock + struct.length <= from) break
      if (!(struct instanceof Y.Item)) continue
      left = stepsLeft(struct, 'left', left)
      left = stepsLeft(struct, 'right', left)
      left = stepsBetween(struct, transaction.doc, left)
      if (left < 0) return 'place of an item'
    }
  }
  return null
}

/**
 * Steps that are left when the neighbour that an item names on one side is found there; below 0 when it is not. Whoever stands on that
 * side and names the same one is looked at himself, or was.
 */
function stepsLeft(item: Y.Item, side: 'left' | 'right', limit: number): number {
  const neighbour = side === 'left' ? item.origin : item.rightOrigin
  if (neighbour === null) return limit
  let left = limit
  for (let at = item[side]; at !== null && left > 0; at = at[side]) {
    left -= 1
    const names = side === 'left' ? at.origin : at.rightOrigin
    if (holds(at, neighbour) || isSame(names, neighbour)) return left
  }
  return -1
}

/**
 * Steps that are left when the one behind an item was not put behind something that stands between the two that the item names; below 0
 * when it was. Who put the item there saw those two side by side, and the one behind comes with everything that it was put behind.
 */
function stepsBetween({ origin, rightOrigin }: Y.Item, doc: Y.Doc, limit: number): number {
  const behind = rightOrigin === null ? null : structAt(doc, rightOrigin)
  if (rightOrigin === null || !(behind instanceof Y.Item)) return limit
  const { client, clock } = rightOrigin
  const before = clock > behind.id.clock ? Y.createID(client, clock - 1) : behind.origin
  if (before === null) return limit
  if (origin === null) return -1
  if (Y.compareIDs(before, origin)) return limit
  let left = limit
  for (let at: Y.Item | null = behind; at !== null && left > 0; at = at.left) {
    left -= 1
    if (holds(at, before)) return holds(at, origin) && before.clock < origin.clock ? left : -1
    if (holds(at, origin)) return left
  }
  return -1
}

function holds({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return id.client === client && id.clock <= clock && clock < id.clock + length
}

function isSame(one: Y.ID | null, other: Y.ID): boolean {
  return one !== null && Y.compareIDs(one, other)
}
