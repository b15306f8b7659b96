import type { TLBinding, TLPage, TLRecord, TLShape } from 'tldraw'
import { COORDINATE_LIMIT, type Geometry } from '@samenreis/model/records/envelope'
import { isShape } from '@samenreis/model/records/recordClass'
import { isShapeType, shapeKinds, type BoardRecord, type BoardShape } from '@samenreis/model/records/recordKinds'
import { bindingKinds, type BindingType, type BoardBinding } from '@samenreis/model/records/binding'

/** Records of tldraw's store that the document shares. Its document record, cameras and the rest stay in this tab. */
export type SharedRecord = TLShape | TLBinding | TLPage

export function isSharedRecord(record: TLRecord): record is SharedRecord {
  return record.typeName === 'shape' || record.typeName === 'binding' || record.typeName === 'page'
}

/** Fields of a model record by name, without its id. */
export type FieldsByName = Readonly<Record<string, unknown>>

/** Which of `w` and `h` tldraw keeps among the props of a kind: a text has a width only, a note neither. */
function sizeProps(type: string): readonly ('w' | 'h')[] {
  if (!isShapeType(type)) return []
  const { w, h } = shapeKinds[type].size
  return [...(w > 0 ? (['w'] as const) : []), ...(h > 0 ? (['h'] as const) : [])]
}

/** Props of a kind that are fields of the model under the same name. Fields of a newer version are not among them. */
function fieldProps(type: string): readonly string[] {
  return isShapeType(type) ? Object.keys(shapeKinds[type].defaults) : []
}

/** Names of the fields that only arrow bindings have. */
const bindingFields: Readonly<Record<BindingType, readonly string[]>> = {
  belongs_to: [],
  arrow: Object.keys(bindingKinds.arrow.shape).filter(
    (name) => !Object.hasOwn(bindingKinds.belongs_to.shape, name) && name !== 'type',
  ),
}

/** Fields that every shape has, and those of a page and of any binding. */
const envelopeFields: Readonly<Record<'shape' | 'page' | 'binding', readonly string[]>> = {
  shape: ['type', 'parentId', 'index', 'geometry', 'isLocked', 'opacity', 'meta'],
  page: ['type', 'name', 'index', 'meta'],
  binding: ['type', 'fromId', 'toId', 'meta'],
}

/** Whether a record of this type has this field in the layout that this version knows. */
export function isKnownField(type: string, name: string): boolean {
  if (type === 'page') return envelopeFields.page.includes(name)
  if (type in bindingFields) {
    return envelopeFields.binding.includes(name) || bindingFields[type as BindingType].includes(name)
  }
  return envelopeFields.shape.includes(name) || fieldProps(type).includes(name)
}

/**
 * The record as tldraw's store wants it. Fields that this version does not know stay in the document only. tldraw's own
 * validator judges the result before it is put.
 */
export function toCanvas(record: BoardRecord): SharedRecord {
  if (record.type === 'page') {
    const { id, name, index, meta } = record
    return { typeName: 'page', id, name, index, meta } as unknown as TLPage
  }
  return isShape(record) ? toCanvasShape(record) : toCanvasBinding(record)
}

function toCanvasShape(record: BoardShape): TLShape {
  const { id, type, parentId, index, isLocked, opacity, meta, geometry } = record
  const [x, y, rotation, w, h] = geometry
  const size = { w, h }
  const props = {
    ...pick(record, fieldProps(type)),
    ...Object.fromEntries(sizeProps(type).map((name) => [name, size[name]])),
  }
  return {
    typeName: 'shape',
    id,
    type,
    parentId,
    index,
    x,
    y,
    rotation,
    isLocked,
    opacity,
    meta,
    props,
  } as unknown as TLShape
}

function toCanvasBinding(record: BoardBinding): TLBinding {
  const { id, type, fromId, toId, meta } = record
  const props = pick(record, bindingFields[type])
  return { typeName: 'binding', id, type, fromId, toId, meta, props } as unknown as TLBinding
}

/** The model's fields of a canvas record, all of them, without its id. */
export function toFields(record: SharedRecord): FieldsByName {
  switch (record.typeName) {
    case 'page':
      return { type: 'page', name: record.name, index: record.index, meta: record.meta }
    case 'binding': {
      const { type, fromId, toId, meta, props } = record
      return { type, fromId, toId, meta, ...props }
    }
    case 'shape': {
      const { type, parentId, index, isLocked, opacity, meta } = record
      const props = pick(record.props, fieldProps(type))
      return { type, parentId, index, geometry: geometryOf(record), isLocked, opacity, meta, ...props }
    }
  }
}

/** Place and size as the document's one value; 0 for what the kind has no size in. */
function geometryOf(shape: TLShape): Geometry {
  const sizes = sizeProps(shape.type)
  const props: Readonly<Record<string, unknown>> = { ...shape.props }
  const length = (name: 'w' | 'h'): number => (sizes.includes(name) ? Number(props[name]) : 0)
  return [shape.x, shape.y, shape.rotation, length('w'), length('h')]
}

/** Names of the model's fields in which two states of one canvas record differ by identity. */
export function changedFields(before: SharedRecord, after: SharedRecord): readonly string[] {
  const old = flat(before)
  const names = new Set<string>()
  for (const [name, value] of Object.entries(flat(after))) {
    if (!Object.is(old[name], value)) names.add(fieldName(name))
  }
  return [...names]
}

function flat({ id: _id, ...record }: SharedRecord): Record<string, unknown> {
  const { props, ...rest } = record as { props?: object }
  return { ...rest, ...props }
}

const geometryNames: readonly string[] = ['x', 'y', 'rotation', 'w', 'h']

/** The model's field that a field of a canvas record is part of. */
function fieldName(canvasName: string): string {
  return geometryNames.includes(canvasName) ? 'geometry' : canvasName
}

/**
 * `current` with the named model fields as in `source`; the same object when nothing differs. Values that are equal keep their
 * identity, so that nothing is drawn again for them.
 */
export function withFields<Shared extends SharedRecord>(
  current: Shared,
  source: Shared,
  takes: (field: string) => boolean,
  equal: (a: unknown, b: unknown) => boolean,
): Shared {
  let changed = false
  const taken = (from: object, into: object): Record<string, unknown> => {
    const result: Record<string, unknown> = { ...into }
    for (const [name, value] of Object.entries(from)) {
      if (name === 'id' || name === 'typeName' || name === 'props') continue
      if (!takes(fieldName(name)) || equal(result[name], value)) continue
      result[name] = value
      changed = true
    }
    return result
  }
  const next = taken(source, current)
  if ('props' in source && 'props' in current) next['props'] = taken(source.props, current.props)
  return changed ? (next as unknown as Shared) : current
}

/** How exactly places and sizes are written: whole pixels while a gesture lasts, hundredths at its end (design.md, Bytes). */
export type Precision = 'pixel' | 'hundredth'

/** Place and size as they are written: rounded, and inside the bounds that the model allows. */
export function roundedGeometry([x, y, rotation, w, h]: Geometry, precision: Precision): Geometry {
  const steps = precision === 'pixel' ? 1 : 100
  // A large frame's far corner must not move by a pixel, so angles are written finer than places.
  const angleSteps = precision === 'pixel' ? 1e3 : 1e6
  const place = (value: number): number => bounded(Math.round(value * steps) / steps)
  return [
    place(x),
    place(y),
    Math.round(rotation * angleSteps) / angleSteps,
    Math.max(0, place(w)),
    Math.max(0, place(h)),
  ]
}

function bounded(value: number): number {
  // `+ 0` makes the -0 of rounding a plain 0.
  return Math.min(COORDINATE_LIMIT, Math.max(-COORDINATE_LIMIT, value)) + 0
}

function pick(source: object, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(source))
    if (names.includes(name) && value !== undefined) picked[name] = value
  return picked
}
