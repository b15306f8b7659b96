import { Mat, type TLRecord, type TLShape } from 'tldraw'

/** The shape at the same place of its page, but standing on the page itself. A parent that is gone ends the way up. */
export function onItsPage(shape: TLShape, look: (id: string) => TLRecord | undefined): TLShape {
  const seen = new Set<string>()
  let transform = Mat.Compose(Mat.Translate(shape.x, shape.y), Mat.Rotate(shape.rotation))
  let parentId: TLShape['parentId'] = shape.parentId
  let parent = look(parentId)
  while (parent?.typeName === 'shape' && !seen.has(parent.id)) {
    seen.add(parent.id)
    transform = Mat.Compose(Mat.Translate(parent.x, parent.y), Mat.Rotate(parent.rotation), transform)
    parentId = parent.parentId
    parent = look(parentId)
  }
  const { x, y, rotation } = Mat.Decompose(transform)
  return { ...shape, parentId, x, y, rotation: shape.rotation === 0 && Math.abs(rotation) < 1e-9 ? 0 : rotation }
}
