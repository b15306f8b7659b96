import { createTLSchema, defaultBindingSchemas, defaultShapeSchemas, type SchemaPropsInfo, type TLSchema } from 'tldraw'
import { domainKinds, drawingKinds, isDomainType, type DrawingType } from '@samenreis/model/records/recordKinds'
import { domainProps } from './shapeProps.ts'

/** Schemas of the kinds of shapes that the board allows: the domain's, and tldraw's own as far as the model has them. */
function shapeSchemas(): Record<string, SchemaPropsInfo> {
  const schemas: Record<string, SchemaPropsInfo> = {}
  for (const type of Object.keys(domainKinds)) if (isDomainType(type)) schemas[type] = { props: domainProps(type) }
  for (const type of Object.keys(drawingKinds) as DrawingType[]) schemas[type] = defaultShapeSchemas[type]
  return schemas
}

/**
 * Schema of tldraw's store for a board. Pictures, embeds, bookmarks and videos are not in it: the store refuses them like the
 * server does (model: drawing.ts).
 */
export function boardSchema(): TLSchema {
  return createTLSchema({
    shapes: shapeSchemas(),
    bindings: { ...defaultBindingSchemas, belongs_to: { props: {} } },
    assets: {},
  })
}
