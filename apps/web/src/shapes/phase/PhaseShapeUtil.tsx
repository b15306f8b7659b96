import { BaseBoxShapeUtil, resizeBox, type TLResizeInfo, type TLShape, type TLShapeUtilCanBindOpts } from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { bindsDomainShape } from '../belongsTo/bindsDomainShape.ts'
import { isFixedShape, isHeldShape } from '../lock/lockedShape.ts'
import { kindWords } from '../look/words.ts'
import { PhaseHeader } from './PhaseHeader.tsx'

/** Narrowest column, in board pixels: one step fits in it. */
const MIN_WIDTH = 220

/** A column of a journey on the canvas: the shape is its head, in the journey's top row. */
export class PhaseShapeUtil extends BaseBoxShapeUtil<TLShape<'phase'>> {
  static override readonly type = 'phase' as const
  static override readonly props = domainProps('phase')

  override getDefaultProps(): DomainProps<'phase'> {
    return defaultDomainProps('phase')
  }

  override canEdit(shape: TLShape<'phase'>): boolean {
    return !isHeldShape(this.editor, shape.id)
  }

  override canResize(shape: TLShape<'phase'>): boolean {
    return !isFixedShape(this.editor, shape.id)
  }

  override canBind(opts: TLShapeUtilCanBindOpts): boolean {
    return bindsDomainShape(opts)
  }

  override hideRotateHandle(): boolean {
    return true
  }

  override getText({ props }: TLShape<'phase'>): string {
    return props.title
  }

  override getAriaDescriptor({ props }: TLShape<'phase'>): string {
    return [kindWords()('shape.phase'), props.title].filter((part) => part !== '').join(': ')
  }

  override getIndicatorPath({ props }: TLShape<'phase'>): Path2D {
    const path = new Path2D()
    path.rect(0, 0, props.w, props.h)
    return path
  }

  override component({ id, props }: TLShape<'phase'>) {
    return <PhaseHeader id={id} props={props} />
  }

  /** A column gets wider or narrower; its head keeps the height of the journey's top row. */
  override onResize(shape: TLShape<'phase'>, info: TLResizeInfo<TLShape<'phase'>>): TLShape<'phase'> {
    const next = resizeBox(shape, info, { minWidth: MIN_WIDTH })
    return { ...next, y: info.initialShape.y, props: { ...next.props, h: info.initialShape.props.h } }
  }

  /** In a journey a phase moves along the top row only. */
  override onBeforeUpdate(_before: TLShape<'phase'>, after: TLShape<'phase'>): TLShape<'phase'> | undefined {
    if (this.editor.getShape(after.parentId)?.type !== 'journey') return undefined
    return after.y === 0 && after.rotation === 0 ? undefined : { ...after, y: 0, rotation: 0 }
  }
}
