import {
  Circle2d,
  isShapeId,
  Group2d,
  Polyline2d,
  Rectangle2d,
  ShapeUtil,
  Vec,
  type Geometry2d,
  type TLHandle,
  type TLHandleDragInfo,
  type TLShape,
  type TLShapeId,
  type TLShapePartial,
  type TLShapeUtilCanBindOpts,
} from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { bindsDomainShape } from '../belongsTo/bindsDomainShape.ts'
import { detailAt } from '../detail/detailAt.ts'
import { kindWords } from '../look/words.ts'
import { CurveLine } from './CurveLine.tsx'
import { curveDrawing } from './curveDrawing.ts'
import { curveHandles, pulledPoints, stepAtPoint } from './curveHandles.ts'
import { LEGEND_HEIGHT, LEGEND_LEFT, LEGEND_WIDTH, legendTop } from './curveMeasures.ts'
import { smoothPoints } from './curvePath.ts'
import { isJourney, mayWriteCurve } from './ownCurve.ts'

/** Gap between a point of a selected curve and the ring around it, in board pixels. */
const RING = 3

/** The line of one voice on the canvas. It is hit on its name, its line and its faces; the lane around it stays free. */
export class CurveShapeUtil extends ShapeUtil<TLShape<'curve'>> {
  static override readonly type = 'curve' as const
  static override readonly props = domainProps('curve')

  override getDefaultProps(): DomainProps<'curve'> {
    return defaultDomainProps('curve')
  }

  override getGeometry(shape: TLShape<'curve'>): Geometry2d {
    const { stretches, row, left, top, radius, isHidden } = curveDrawing(this.editor, shape.id)
    const name = new Rectangle2d({
      x: left + LEGEND_LEFT,
      y: top + (isHidden ? 0 : legendTop(row ?? 0)),
      width: LEGEND_WIDTH,
      height: isHidden || row === null ? 1 : LEGEND_HEIGHT,
      isFilled: true,
    })
    if (isHidden) return name
    return new Group2d({
      children: [
        name,
        ...stretches.flatMap((stretch) =>
          stretch.map(({ x, y }) => new Circle2d({ x: x - radius, y: y - radius, radius, isFilled: true })),
        ),
        ...stretches
          .filter(({ length }) => length > 1)
          .map((stretch) => new Polyline2d({ points: smoothPoints(stretch).map(Vec.From) })),
      ],
    })
  }

  override getIndicatorPath(shape: TLShape<'curve'>): Path2D {
    const path = new Path2D()
    const { stretches, row, left, top, radius, isHidden } = curveDrawing(this.editor, shape.id)
    if (isHidden) return path
    // From afar no name is drawn.
    if (row !== null && detailAt(this.editor.getEfficientZoomLevel()) !== 'far')
      path.roundRect(left + LEGEND_LEFT - 4, top + legendTop(row), LEGEND_WIDTH + 8, LEGEND_HEIGHT, 6)
    // Rings around its points; a line over its own line would hide it.
    for (const { x, y } of stretches.flat()) {
      path.moveTo(x + radius + RING, y)
      path.arc(x, y, radius + RING, 0, 2 * Math.PI)
    }
    return path
  }

  override canEdit(shape: TLShape<'curve'>): boolean {
    return mayWriteCurve(this.editor, shape)
  }

  override canBind(opts: TLShapeUtilCanBindOpts): boolean {
    return bindsDomainShape(opts)
  }

  override canSnap(): boolean {
    return false
  }

  override canResize(): boolean {
    return false
  }

  override hideResizeHandles(): boolean {
    return true
  }

  override hideRotateHandle(): boolean {
    return true
  }

  override hideSelectionBoundsFg(): boolean {
    return true
  }

  override getText({ props }: TLShape<'curve'>): string {
    return props.label
  }

  override getAriaDescriptor({ props }: TLShape<'curve'>): string {
    const words = kindWords()
    return [words('shape.curve'), words(`voice.${props.voice}`), props.label].filter((part) => part !== '').join(': ')
  }

  override component({ id, props }: TLShape<'curve'>) {
    return <CurveLine id={id} props={props} />
  }

  override getHandles(shape: TLShape<'curve'>): TLHandle[] {
    return curveHandles(this.editor, shape)
  }

  /** A point snaps to the five faces while it is pulled up and down. */
  override onHandleDrag(
    shape: TLShape<'curve'>,
    { handle }: TLHandleDragInfo<TLShape<'curve'>>,
  ): TLShapePartial<TLShape<'curve'>> | undefined {
    if (!isShapeId(handle.id)) return undefined
    const points = pulledPoints(this.editor, shape, handle.id, handle.y)
    return points === null ? undefined : { id: shape.id, type: 'curve', props: { points } }
  }

  /** The step whose point was under the hand when a drag began. */
  private pulled: TLShapeId | null = null

  override onTranslateStart(shape: TLShape<'curve'>): void {
    const { editor } = this
    const from = editor.getPointInShapeSpace(shape, editor.inputs.getOriginPagePoint())
    this.pulled = editor.getOnlySelectedShapeId() === shape.id ? stepAtPoint(editor, shape, from) : null
  }

  /** In its journey a curve lies on its lane: a drag moves the point that is under the hand, never the line as a whole. */
  override onTranslate(
    before: TLShape<'curve'>,
    after: TLShape<'curve'>,
  ): TLShapePartial<TLShape<'curve'>> | undefined {
    if (!isJourney(this.editor.getShape(after.parentId))) return undefined
    const still = { id: after.id, type: 'curve' as const, x: before.x, y: before.y }
    const { y } = this.editor.getPointInShapeSpace(before, this.editor.inputs.getCurrentPagePoint())
    const points = this.pulled === null ? null : pulledPoints(this.editor, after, this.pulled, y)
    return points === null ? still : { ...still, props: { points } }
  }

  override onTranslateEnd(): void {
    this.pulled = null
  }
}
