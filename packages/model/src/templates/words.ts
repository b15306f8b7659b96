import { z } from 'zod'
import type { Language } from '../api/rooms.ts'
import type { Context } from '../records/enumerations.ts'

const inBoth = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })

/**
 * Words of a start layout in both languages; with words of their own for sessions about taking part (`participation`) or about
 * the own organisation (`internal`) where they must differ.
 */
export const Words = z.strictObject({ ...inBoth.shape, participation: inBoth.optional(), internal: inBoth.optional() })
export type Words = z.infer<typeof Words>

/** The words that fit what the session is about. */
export function wordsFor(words: Words, context: Context, language: Language): string {
  const own = context === 'service' ? undefined : words[context]
  return (own ?? words)[language]
}
