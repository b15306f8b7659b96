import {
  BaseFrameLikeShapeUtil,
  Group2d,
  Rectangle2d,
  type Geometry2d,
  type TLEditStartInfo,
  type TLShape,
  type TLShapeUtilCanBindOpts,
} from 'tldraw'
import { isFixedShape, isHeldShape } from '../lock/lockedShape.ts'
import { bindsDomainShape } from '../belongsTo/bindsDomainShape.ts'

type ContainerShape = TLShape<'journey' | 'matrix'>

/** The title stands above its sheet, in a row of this height. */
export const TITLE_HEIGHT = 44
/** Gap between the title's row and the sheet. */
const TITLE_GAP = 8
/** Longest row that a title takes with the words beside it, also from afar where it is larger; in board pixels. */
const TITLE_MAX_WIDTH = 1200

/**
 * A sheet that holds cards: what is dropped on it becomes its child and moves with it. It is picked up by its title or its
 * edge, so that a drag on its empty ground selects and never moves the map.
 */
export abstract class ContainerShapeUtil<Shape extends ContainerShape> extends BaseFrameLikeShapeUtil<Shape> {
  /** Height of what stands above the sheet and is taken hold of, in board pixels. */
  protected titleHeight(_shape: Shape): number {
    return TITLE_HEIGHT
  }

  override getGeometry(shape: Shape): Geometry2d {
    const { props } = shape
    const height = this.titleHeight(shape)
    return new Group2d({
      children: [
        new Rectangle2d({ width: props.w, height: props.h, isFilled: false }),
        new Rectangle2d({
          x: 0,
          y: -(height + TITLE_GAP),
          width: Math.min(props.w, TITLE_MAX_WIDTH),
          height,
          isFilled: true,
          isLabel: true,
          excludeFromShapeBounds: true,
        }),
      ],
    })
  }

  override canEdit(shape: Shape, { type }: TLEditStartInfo): boolean {
    if (isHeldShape(this.editor, shape.id)) return false
    return type !== 'double-click-edge' && type !== 'double-click-corner'
  }

  override canBind(opts: TLShapeUtilCanBindOpts): boolean {
    return bindsDomainShape(opts)
  }

  override canResize(shape: Shape): boolean {
    return !isFixedShape(this.editor, shape.id)
  }

  override canResizeChildren(): boolean {
    return false
  }

  /** Cards may hang over the edge and stay readable. */
  override getClipPath(): undefined {
    return undefined
  }

  override hideRotateHandle(): boolean {
    return true
  }

  override getIndicatorPath({ props }: Shape): Path2D {
    const path = new Path2D()
    path.roundRect(0, 0, props.w, props.h, 10)
    return path
  }

  /** A container is never turned, so that its columns and bands can be read (model.md B2, Journey). */
  override onBeforeUpdate(_before: Shape, after: Shape): Shape | undefined {
    return after.rotation === 0 ? undefined : { ...after, rotation: 0 }
  }

  override canReceiveNewChildrenOfType(shape: Shape, type: TLShape['type']): boolean {
    if (isFixedShape(this.editor, shape.id)) return false
    return !shape.isLocked && type !== 'journey' && type !== 'matrix'
  }
}
