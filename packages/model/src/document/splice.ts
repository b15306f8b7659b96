/** One replacement in a text, in UTF-16 code units: at `index`, take `remove` units away and put `insert` there. */
export interface Splice {
  readonly index: number
  readonly remove: number
  readonly insert: string
}

/** Whether the boundary before `index` would cut a surrogate pair in two. */
function cutsPair(text: string, index: number): boolean {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/**
 * The smallest single splice that turns `before` into `after`, or null when they are equal. Never cuts a surrogate pair: an
 * emoji is taken or left whole.
 *
 * @param caret where the caret stands in `after`; among equal splices ("aa" -> "aaa") the one ending there is meant
 */
export function spliceBetween(before: string, after: string, caret?: number): Splice | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let end = 0
  const endLimit = caret === undefined ? shorter : Math.min(shorter, Math.max(0, after.length - caret))
  while (end < endLimit && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  let start = 0
  while (start < shorter - end && before[start] === after[start]) start++
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  if (start > 0 && (cutsPair(before, start) || cutsPair(after, start))) start--
  if (end > 0 && (cutsPair(before, before.length - end) || cutsPair(after, after.length - end))) end--
  return { index: start, remove: before.length - end - start, insert: after.slice(start, after.length - end) }
}

/** The text after the splice. */
export function applySplice(text: string, { index, remove, insert }: Splice): string {
  return text.slice(0, index) + insert + text.slice(index + remove)
}

/**
 * Where a position of a text lies after a splice made by somebody else. A position inside what was taken away moves to the
 * splice's start; at the very place of an insertion it stays before it.
 */
export function shiftPosition(position: number, { index, remove, insert }: Splice): number {
  if (position <= index) return position
  if (position >= index + remove) return position + insert.length - remove
  return index
}

/**
 * The splice `mine`, made on the same text as `theirs`, as splices to apply one after the other on the text after `theirs`.
 * Nothing that either inserted is lost; what both took away is taken once. Insertions at the same place stand side by side,
 * theirs first.
 */
export function rebaseSplice(mine: Splice, theirs: Splice): Splice[] {
  const end = mine.index + mine.remove
  const theirEnd = theirs.index + theirs.remove
  const grown = theirs.insert.length
  if (theirEnd <= mine.index) return [{ ...mine, index: mine.index + grown - theirs.remove }]
  if (theirs.index >= end) return [mine]
  // They overlap. What theirs inserted stays; of mine only what theirs left is taken away, on either side of it.
  const left = Math.max(0, theirs.index - mine.index)
  const right = Math.max(0, end - theirEnd)
  const afterTheirs = theirs.index + grown
  const own: Splice = {
    index: left > 0 ? mine.index : afterTheirs,
    remove: left > 0 ? left : right,
    insert: mine.insert,
  }
  return left > 0 && right > 0 ? [{ index: afterTheirs, remove: right, insert: '' }, own] : [own]
}
