import { Mat, type Editor, type TLShape } from 'tldraw'

/** Where the box around a shape lies in its parent, and how large it is, in board pixels. A turned or drawn shape has another corner than its own `x` and `y`. */
export interface ParentBox {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The box around a shape in the coordinates of its parent. */
export function boxInParent(editor: Editor, shape: TLShape): ParentBox {
  const { bounds } = editor.getShapeGeometry(shape)
  if (shape.rotation === 0) return { x: shape.x + bounds.x, y: shape.y + bounds.y, w: bounds.w, h: bounds.h }
  const corners = Mat.applyToPoints(editor.getShapeLocalTransform(shape), bounds.corners)
  const xs = corners.map(({ x }) => x)
  const ys = corners.map(({ y }) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y }
}
