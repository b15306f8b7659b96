/** Longest text that becomes a note when it is pasted, in UTF-16 code units: more is no note, and reads badly on a wall. */
export const PASTE_TEXT_LIMIT = 2_000
/** Most shapes that are pasted at once. The larger demo journey has about 100. */
export const PASTE_SHAPES_LIMIT = 300
/** Largest pasted board content as JSON, in UTF-16 code units; well under the frame limit of the server. */
const PASTE_CONTENT_LIMIT = 1_000_000

/** Why a paste is refused: a sentence in the interface texts under `board:paste`. */
export type PasteRefusal = 'textTooLong' | 'tooManyShapes' | 'noFiles' | 'noLinks' | 'notOurs'

/** Judges a pasted text before anything is made of it (reliability.md F21). null = it may. */
export function refusalOfText(text: string): PasteRefusal | null {
  return text.length > PASTE_TEXT_LIMIT ? 'textTooLong' : null
}

/** Judges pasted shapes: their number and their size together. null = they may. */
export function refusalOfShapes(content: { readonly shapes: readonly unknown[] }): PasteRefusal | null {
  if (content.shapes.length > PASTE_SHAPES_LIMIT) return 'tooManyShapes'
  return JSON.stringify(content).length > PASTE_CONTENT_LIMIT ? 'tooManyShapes' : null
}
