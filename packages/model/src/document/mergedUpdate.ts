import * as Y from 'yjs'

/** Updates that Yjs is given at once: to merge n it sorts n readers again for each struct that it takes. */
const MERGED_AT_ONCE = 16

/** Updates as one, an empty one of none. What waited for a disk that stood still is tens of thousands of them: 12 s at once, 0.3 s so. */
export function mergedUpdate(updates: readonly Uint8Array[]): Uint8Array {
  let left = updates
  while (left.length > MERGED_AT_ONCE) {
    const merged: Uint8Array[] = []
    for (let at = 0; at < left.length; at += MERGED_AT_ONCE) {
      merged.push(Y.mergeUpdates(left.slice(at, at + MERGED_AT_ONCE)))
    }
    left = merged
  }
  const [only, ...others] = left
  return only !== undefined && others.length === 0 ? only : Y.mergeUpdates([...left])
}
