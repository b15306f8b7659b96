import { journey } from '../records/journey.ts'
import { shapeKinds, type BoardShape, type ShapeType } from '../records/recordKinds.ts'
import type { ParentId, ShapeId } from '../ids/recordId.ts'
import type { Geometry } from '../records/envelope.ts'
import { judgeRecord } from '../document/read.ts'
import { isShape } from '../records/recordClass.ts'
import { randomText } from './randomText.ts'
import { randomValue, type ValueContext } from './randomValue.ts'

/** Where a random shape stands. */
export interface RandomPlace {
  readonly parentId: ParentId
  readonly index: string
  readonly geometry: Geometry
}

/**
 * A shape of this kind with random values in all its fields.
 *
 * @throws Error when it does not hold to its schema: then this generator lags behind the records
 */
export function randomShape(type: ShapeType, id: ShapeId, place: RandomPlace, context: ValueContext): BoardShape {
  const fields = { ...randomFields(type, context), ...place, id, type, isLocked: false, opacity: 1, meta: {} }
  const reading = judgeRecord(id, fields)
  if (!reading.ok) throw new Error(`Random ${type} does not hold: ${reading.quarantined.fields.join(', ')}`)
  if (!isShape(reading.record)) throw new Error(`${id} became a ${reading.record.type}`)
  return reading.record
}

/** A value for every field of the kind but the envelope. */
export function randomFields(type: ShapeType, context: ValueContext): Record<string, unknown> {
  const { schema, defaults } = shapeKinds[type]
  const names = Object.keys(defaults)
  const shape: Readonly<Record<string, unknown>> = schema.shape
  const random = Object.fromEntries(names.map((name) => [name, randomField(type, name, shape[name], context)]))
  return { ...random, ...drawn(type) }
}

/** A value for one field of the kind. */
export function randomField(type: ShapeType, name: string, schema: unknown, context: ValueContext): unknown {
  const texts: Readonly<Record<string, number>> = shapeKinds[type].texts
  const longest = texts[name]
  if (longest !== undefined) return randomText(context.random, longest)
  // Random bands hold few cards; most journeys keep the usual ones, so that place means something.
  if (type === 'journey' && name === 'lanes' && context.random.chance(0.7)) return journey.defaults['lanes']
  return randomValue(schema, context)
}

/** Drawings are the canvas's own encoding: fixed ones that it can show. */
function drawn(type: ShapeType): Readonly<Record<string, unknown>> {
  if (type === 'draw' || type === 'highlight') return { segments: [] }
  if (type !== 'line') return {}
  const start = { id: 'a1', index: 'a1', x: 0, y: 0 }
  return { points: { a1: start, a2: { id: 'a2', index: 'a2', x: 120, y: 40 } } }
}
