import { z } from 'zod'
import { shapeEnvelope } from './envelope.ts'

/**
 * Longest text that is stored in any field, in UTF-16 code units. Editors stop typing at a field's own, much lower length
 * (`texts`); what merges or is written above that is kept and shown, never cut: people's words are not lost to a limit.
 */
export const STORED_TEXT_LIMIT = 10_000

/** Most items in any stored list. */
export const STORED_LIST_LIMIT = 200

type TextSchemas<T extends Record<string, number>> = { [K in keyof T]: z.ZodString }

/** One kind of shape as a value: its schema, what it starts with, and which fields people type in together. */
export interface ShapeKind<Type extends string, Texts extends Record<string, number>, Fields extends z.ZodRawShape> {
  readonly type: Type
  /** Judges a stored record. Loose: a field of a newer version survives. Never transforms. */
  readonly schema: z.ZodObject<
    typeof shapeEnvelope & { type: z.ZodLiteral<Type> } & TextSchemas<Texts> & Fields,
    z.core.$loose
  >
  /** Fields stored as Y.Text, each with the length at which editors stop, in UTF-16 code units. */
  readonly texts: Texts
  /** All fields but the envelope, with the value that a new record starts with and that readers fill in when it is absent. */
  readonly defaults: Readonly<Record<string, unknown>>
  /** Size of a new one, in board pixels. */
  readonly size: { readonly w: number; readonly h: number }
}

/**
 * Declares a kind of shape.
 *
 * @param texts fields that people type in: stored as Y.Text, '' at first; the number is where editors stop
 * @param fields every other field of the domain; each is one key of the document, so two people may change two of them
 * @param defaults what the other fields start with
 */
export function shapeKind<Type extends string, Texts extends Record<string, number>, Fields extends z.ZodRawShape>(
  type: Type,
  {
    texts,
    fields,
    defaults,
    size,
  }: {
    texts: Texts
    fields: Fields
    defaults: { readonly [K in keyof Fields]: z.infer<Fields[K]> }
    size: { w: number; h: number }
  },
): ShapeKind<Type, Texts, Fields> {
  const textSchemas = Object.fromEntries(
    Object.keys(texts).map((name) => [name, z.string().max(STORED_TEXT_LIMIT)]),
  ) as TextSchemas<Texts>
  const emptyTexts = Object.fromEntries(Object.keys(texts).map((name) => [name, '']))
  return {
    type,
    schema: z.looseObject({ ...shapeEnvelope, type: z.literal(type), ...textSchemas, ...fields }) as ShapeKind<
      Type,
      Texts,
      Fields
    >['schema'],
    texts,
    defaults: { ...emptyTexts, ...defaults },
    size,
  }
}

/** A list of short lines, as chips on screen. `length` is where editors stop. */
export function lines(length: number): z.ZodArray<z.ZodString> {
  return z.array(z.string().max(Math.max(length, STORED_TEXT_LIMIT))).max(STORED_LIST_LIMIT)
}
