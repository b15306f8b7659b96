import { z } from 'zod'
import { ParticipantId } from '../ids/participantId.ts'
import { ShapeId } from '../ids/recordId.ts'
import { Link, RichText } from '../records/drawing.ts'
import { Meta } from '../records/envelope.ts'
import type { RandomSource } from './RandomSource.ts'
import { randomText } from './randomText.ts'

/** Longest list and most keys that are made; enough for order and repetition to matter. */
const MOST_ITEMS = 4
const LONGEST_TEXT = 120

/** What a value may refer to. */
export interface ValueContext {
  readonly random: RandomSource
  /** Shapes that a reference may name; some may be gone. */
  readonly shapeIds: readonly ShapeId[]
  readonly participantIds: readonly ParticipantId[]
}

/**
 * A random value that holds to the schema, made from the schema itself: a kind that gains a field is covered from then on.
 *
 * @throws Error for a schema of a sort that no record uses yet
 */
export function randomValue(schema: unknown, context: ValueContext): unknown {
  const { random } = context
  const special = specials.get(schema)
  if (special !== undefined) return special(context)
  if (schema instanceof z.ZodOptional) return randomValue(schema.unwrap(), context)
  if (schema instanceof z.ZodNullable) return random.chance(0.4) ? null : randomValue(schema.unwrap(), context)
  if (schema instanceof z.ZodEnum) return random.pick(schema.options)
  if (schema instanceof z.ZodLiteral) return random.pick([...schema.values])
  if (schema instanceof z.ZodUnion) return randomValue(random.pick(schema.options), context)
  if (schema instanceof z.ZodBoolean) return random.chance(0.5)
  if (schema instanceof z.ZodNumber) return randomNumber(schema, random)
  if (schema instanceof z.ZodString) return randomText(random, Math.min(schema.maxLength ?? LONGEST_TEXT, LONGEST_TEXT))
  if (schema instanceof z.ZodArray) {
    return Array.from({ length: random.between(0, MOST_ITEMS) }, () => randomValue(schema.element, context))
  }
  if (schema instanceof z.ZodRecord) {
    const size = random.between(0, MOST_ITEMS)
    const entries = Array.from({ length: size }, (): [string, unknown] => [
      String(randomValue(schema.keyType, context)),
      randomValue(schema.valueType, context),
    ])
    return Object.fromEntries(entries)
  }
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(schema.shape)
        .filter(([, field]) => !(field instanceof z.ZodOptional) || random.chance(0.5))
        .map(([name, field]): [string, unknown] => [name, randomValue(field, context)]),
    )
  }
  throw new Error(
    `No random value for a schema of sort ${schema instanceof z.ZodType ? schema.def.type : typeof schema}`,
  )
}

const specials: ReadonlyMap<unknown, (context: ValueContext) => unknown> = new Map<
  unknown,
  (context: ValueContext) => unknown
>([
  [ShapeId, ({ random, shapeIds }) => random.pickOrNull(shapeIds) ?? `shape:${random.idPart()}`],
  [ParticipantId, ({ random, participantIds }) => random.pickOrNull(participantIds) ?? `pa_${random.idPart()}`],
  [Link, ({ random }) => random.pick(['', 'https://example.org/uitleg', 'mailto:loket@example.org'])],
  [Meta, ({ random }) => (random.chance(0.8) ? {} : { place: random.between(0, 9), checked: true })],
  [
    RichText,
    ({ random }) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: randomText(random, 80) || 'briefje' }] }],
    }),
  ],
])

function randomNumber(schema: z.ZodNumber, random: RandomSource): number {
  const min = Math.max(schema.minValue ?? -1000, -1000)
  const max = Math.min(schema.maxValue ?? 1000, 1000)
  if (schema.isInt) return random.between(Math.ceil(min), Math.floor(max))
  // Never the lowest value itself: where zero is the limit, it is often excluded.
  return min + (random.next() || 0.5) * (max - min)
}
