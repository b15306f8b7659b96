const FUNCTION_WORDS = new Set(
  'de het een en of van voor in op bij met te aan dat die er is zijn we wij ze zij als om naar uit'.split(' '),
)

/** How much two titles look alike, 0 … 1: Dice over sets of three characters. */
export function likeness(a: string, b: string): number {
  const [ofA, ofB] = [trigramsOf(a), trigramsOf(b)]
  return dice([...ofA].filter((trigram) => ofB.has(trigram)).length, ofA.size, ofB.size)
}

/** Dice: how much two sets have in common, 0 … 1, by the number that they share and their sizes. */
export function dice(shared: number, sizeOfA: number, sizeOfB: number): number {
  return shared === 0 ? 0 : (2 * shared) / (sizeOfA + sizeOfB)
}

/** Every set of three characters of the sorted words that carry meaning; none when there are no such words. */
export function trigramsOf(title: string): Set<string> {
  const words = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FUNCTION_WORDS.has(word))
  if (words.length === 0) return new Set()
  const text = `  ${words.sort().join(' ')}  `
  const trigrams = new Set<string>()
  for (let i = 0; i + 3 <= text.length; i += 1) trigrams.add(text.slice(i, i + 3))
  return trigrams
}
