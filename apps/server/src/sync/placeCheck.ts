import * as Y from 'yjs'

/**
 * Whether what a transaction brought stands where it says: between the two that it was put between. Yjs takes those on trust. When they
 * are the wrong way round, one and the same, or in two lists, the place of an item depends on what came first, so that the board reads
 * back otherwise than it stands in memory; it could never be made a snapshot of again, nor be rescued (reliability.md C1.3).
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
    if (holds(at, neighbour) || (names !== null && Y.compareIDs(names, neighbour))) return left
  }
  return -1
}

function holds({ id, length }: Y.Item, { client, clock }: Y.ID): boolean {
  return id.client === client && id.clock <= clock && clock < id.clock + length
}
