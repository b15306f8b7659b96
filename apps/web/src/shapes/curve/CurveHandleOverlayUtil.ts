import { ShapeHandleOverlayUtil, type Geometry2d, Circle2d, type TLShapeHandleOverlay } from 'tldraw'
import { curveDrawing } from './curveDrawing.ts'
import { isCurve, type CurveShape } from './ownCurve.ts'
import { stepInHand } from './stepInHand.ts'

/** Half the width of the place from which a new point is pulled, in board pixels. */
const PLACE_RADIUS = 9
/** The least that it is on the screen, in pixels of the window. */
const SMALLEST_PLACE = 7

/**
 * tldraw's handles, and those of a curve as they have to look: a face is its own handle and gets no dot on it, a step without
 * one shows a ring with a plus, and a wide ring shows where the keyboard is.
 */
export class CurveHandleOverlayUtil extends ShapeHandleOverlayUtil {
  override getGeometry(overlay: TLShapeHandleOverlay): Geometry2d | null {
    const geometry = super.getGeometry(overlay)
    const curve = this.curveOf(overlay)
    if (geometry === null || curve === null) return geometry
    const { center, w } = geometry.bounds
    const radius = Math.max(w / 2, overlay.props.handle.type === 'create' ? PLACE_RADIUS : this.radiusOf(curve))
    return new Circle2d({ x: center.x - radius, y: center.y - radius, radius, isFilled: true })
  }

  override render(ctx: CanvasRenderingContext2D, overlays: TLShapeHandleOverlay[]): void {
    const [first] = overlays
    const curve = first === undefined ? null : this.curveOf(first)
    if (curve === null) {
      super.render(ctx, overlays)
      return
    }
    const { editor } = this
    const zoom = editor.getZoomLevel()
    const colours = editor.getCurrentTheme().colors[editor.getColorMode()]
    const hovered = editor.overlays.getHoveredOverlayId()
    const atKeys = stepInHand.get(editor)
    const { a, b, c, d, e, f } = editor.getShapePageTransform(curve.id)
    ctx.save()
    ctx.transform(a, b, c, d, e, f)
    for (const overlay of overlays) {
      const { id, type, x, y } = overlay.props.handle
      const isNew = type === 'create'
      const size = Math.max(PLACE_RADIUS, SMALLEST_PLACE / zoom)
      const radius = isNew ? size : this.radiusOf(curve)
      const ring = (by: number): void => {
        ctx.beginPath()
        ctx.arc(x, y, radius + by, 0, 2 * Math.PI)
      }
      if (overlay.id === hovered) {
        ctx.fillStyle = colours.selectionFill
        ring(10 / zoom)
        ctx.fill()
      }
      ctx.strokeStyle = colours.selectionStroke
      if (isNew) {
        ctx.fillStyle = colours.selectedContrast
        ctx.lineWidth = 1.5 / zoom
        ring(0)
        ctx.fill()
        ctx.setLineDash([size / 2.2, size / 3])
        ctx.stroke()
        ctx.setLineDash([])
        ctx.beginPath()
        ctx.moveTo(x - size / 2, y)
        ctx.lineTo(x + size / 2, y)
        ctx.moveTo(x, y - size / 2)
        ctx.lineTo(x, y + size / 2)
        ctx.stroke()
      }
      if (atKeys?.curveId === curve.id && atKeys.stepId === id) {
        ctx.lineWidth = 4 / zoom
        ring(6)
        ctx.stroke()
      }
    }
    ctx.restore()
  }

  private curveOf({ props }: TLShapeHandleOverlay): CurveShape | null {
    const shape = this.editor.getShape(props.shapeId)
    return isCurve(shape) ? shape : null
  }

  private radiusOf(curve: CurveShape): number {
    return curveDrawing(this.editor, curve.id).radius
  }
}
