import {
  Circle2d,
  Group2d,
  Polyline2d,
  Rectangle2d,
  ShapeUtil,
  Vec,
  type Geometry2d,
  type TLShape,
  type TLShapePartial,
  type TLShapeUtilCanBindOpts,
} from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { bindsDomainShape } from '../belongsTo/bindsDomainShape.ts'
import { kindWords } from '../look/words.ts'
import { CurveLine } from './CurveLine.tsx'
import { curveDrawing } from './curveDrawing.ts'
import { FACE_SIZE, LEGEND_HEIGHT, LEGEND_LEFT, LEGEND_WIDTH, legendTop } from './curveMeasures.ts'
import { smoothPoints } from './curvePath.ts'

/** Radius of the ring around a face of a selected curve, in board pixels. */
const RING = FACE_SIZE / 2 + 3

/** The line of one voice on the canvas. It is hit on its name, its line and its faces; the lane around it stays free. */
export class CurveShapeUtil extends ShapeUtil<TLShape<'curve'>> {
  static override readonly type = 'curve' as const
  static override readonly props = domainProps('curve')

  override getDefaultProps(): DomainProps<'curve'> {
    return defaultDomainProps('curve')
  }

  override getGeometry(shape: TLShape<'curve'>): Geometry2d {
    const { stretches, row } = curveDrawing(this.editor, shape.id)
    const radius = FACE_SIZE / 2
    return new Group2d({
      children: [
        new Rectangle2d({
          x: LEGEND_LEFT,
          y: legendTop(row),
          width: LEGEND_WIDTH,
          height: LEGEND_HEIGHT,
          isFilled: true,
        }),
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
    const { stretches, row } = curveDrawing(this.editor, shape.id)
    path.roundRect(LEGEND_LEFT - 4, legendTop(row), LEGEND_WIDTH, LEGEND_HEIGHT, 6)
    // Rings around its faces; a line over its own line would hide it.
    for (const { x, y } of stretches.flat()) {
      path.moveTo(x + RING, y)
      path.arc(x, y, RING, 0, 2 * Math.PI)
    }
    return path
  }

  override canEdit(): boolean {
    return true
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

  /** In its journey a curve lies on its lane: what its points say is where it goes. */
  override onTranslate(
    before: TLShape<'curve'>,
    after: TLShape<'curve'>,
  ): TLShapePartial<TLShape<'curve'>> | undefined {
    if (this.editor.getShape(after.parentId)?.type !== 'journey') return undefined
    return { id: after.id, type: 'curve', x: before.x, y: before.y }
  }
}
