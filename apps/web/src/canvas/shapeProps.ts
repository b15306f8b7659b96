import type { RecordProps, T, TLBaseShape } from 'tldraw'
import { z } from 'zod'
import { COORDINATE_LIMIT, type shapeEnvelope } from '@samenreis/model/records/envelope'
import { domainKinds, type DomainType, type ShapeOf } from '@samenreis/model/records/recordKinds'

/** Fields that tldraw keeps on the record itself, not among a shape's props. */
type EnvelopeKey = keyof typeof shapeEnvelope | 'type'

/** Named fields of a stored kind without the envelope and without the open end of a loose schema. */
type FieldsOf<Stored> = {
  [Name in keyof Stored as string extends Name ? never : Name extends EnvelopeKey ? never : Name]: Stored[Name]
}

/** Props of a domain kind in tldraw's store: the model's own fields under their own names, and the size. */
export type DomainProps<Type extends DomainType> = FieldsOf<ShapeOf<Type>> & { w: number; h: number }

/** A domain kind as tldraw's store holds it. */
export type DomainCanvasShape<Type extends DomainType> = TLBaseShape<Type, DomainProps<Type>>

type DomainPropsMap = { [Type in DomainType]: DomainProps<Type> }

declare module 'tldraw' {
  interface TLGlobalShapePropsMap extends DomainPropsMap {}
  interface TLGlobalBindingPropsMap {
    /** A card belongs to its target; it has no props of its own. */
    belongs_to: Record<never, never>
  }
}

/** tldraw wants the very same value back, so we judge with zod and never return its copy. */
function zodProp<Value>(schema: z.ZodType<Value>): T.Validatable<Value> {
  return {
    validate(value) {
      schema.parse(value)
      return value as Value
    },
  }
}

/** Width and height in board pixels; the same bounds as in the stored geometry. */
const length = zodProp(z.number().min(0).max(COORDINATE_LIMIT))

/**
 * Validators of a domain kind's props, derived from the model's schema, so that canvas and document judge alike. Used by the
 * shape's util (`static override props`) and by the store's schema.
 */
export function domainProps<Type extends DomainType>(type: Type): RecordProps<DomainCanvasShape<Type>> {
  const { schema, defaults } = domainKinds[type]
  const fields: Readonly<Record<string, z.ZodType>> = schema.shape
  const props: Record<string, T.Validatable<unknown>> = { w: length, h: length }
  for (const name of Object.keys(defaults)) {
    const field = fields[name]
    if (field !== undefined) props[name] = zodProp(field)
  }
  return props as RecordProps<DomainCanvasShape<Type>>
}

/** Props that a new one of this kind starts with (`getDefaultProps` of its util). */
export function defaultDomainProps<Type extends DomainType>(type: Type): DomainProps<Type> {
  const { defaults, size } = domainKinds[type]
  return structuredClone({ ...defaults, ...size }) as DomainProps<Type>
}
