import { BaseBoxShapeUtil, type TLResizeInfo, type TLShape, type TLShapeId, type TLShapeUtilCanBindOpts } from 'tldraw'
import { ShapeId } from '@samenreis/model/ids/recordId'
import { PHASE_MIN_WIDTH } from '@samenreis/model/journey/map/mapMeasures'
import { narrowest } from '@samenreis/model/journey/map/phaseEdits'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { bindsDomainShape } from '../belongsTo/bindsDomainShape.ts'
import { isFixedShape, isHeldShape } from '../lock/lockedShape.ts'
import { readMapState } from '../journey/readMapState.ts'
import { kindWords } from '../look/words.ts'
import { dropPhase, fitPhase } from './editPhases.ts'
import { PhaseHeader } from './PhaseHeader.tsx'

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

  /** A column gets wider or narrower, and stays in the top row. An edge that is dragged over the other does not turn it round. */
  override onResize(shape: TLShape<'phase'>, info: TLResizeInfo<TLShape<'phase'>>): TLShape<'phase'> {
    const { x, y, props } = info.initialShape
    const w = Math.max(this.narrowest(info.initialShape), Math.round(props.w * Math.max(0, info.scaleX)))
    const isLeft = info.handle.endsWith('left')
    return { ...shape, x: isLeft ? x + props.w - w : x, y, props: { ...shape.props, w, h: props.h } }
  }

  /** What stands right of it moves along when the hand lets go: one change on the wire instead of hundreds. */
  override onResizeEnd(before: TLShape<'phase'>, after: TLShape<'phase'>): undefined {
    fitPhase(this.editor, before, after)
  }

  override onTranslateEnd(before: TLShape<'phase'>, after: TLShape<'phase'>): undefined {
    dropPhase(this.editor, before, after)
  }

  /** In a journey a phase moves along the top row only. */
  override onBeforeUpdate(_before: TLShape<'phase'>, after: TLShape<'phase'>): TLShape<'phase'> | undefined {
    if (this.editor.getShape(after.parentId)?.type !== 'journey') return undefined
    return after.y === 0 && after.rotation === 0 ? undefined : { ...after, y: 0, rotation: 0 }
  }

  /** Its content stays whole; on no journey one card fits. */
  private narrowest({ id, parentId }: TLShape<'phase'>): number {
    const state = readMapState(this.editor, parentId as TLShapeId)
    return state === null ? PHASE_MIN_WIDTH : narrowest(state, ShapeId.parse(id))
  }
}
