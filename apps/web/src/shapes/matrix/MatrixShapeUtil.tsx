import { resizeBox, type TLResizeInfo, type TLShape } from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { ContainerShapeUtil } from '../container/ContainerShapeUtil.ts'
import { kindWords } from '../look/words.ts'
import { MatrixSheet } from './MatrixSheet.tsx'

/** Smallest matrix, in board pixels: two cards side by side. */
const MIN_SIZE = 420

/** The effort and impact board on the canvas. Always square, so that both axes weigh the same. */
export class MatrixShapeUtil extends ContainerShapeUtil<TLShape<'matrix'>> {
  static override readonly type = 'matrix' as const
  static override readonly props = domainProps('matrix')

  override getDefaultProps(): DomainProps<'matrix'> {
    return defaultDomainProps('matrix')
  }

  override isAspectRatioLocked(): boolean {
    return true
  }

  override getText({ props }: TLShape<'matrix'>): string {
    return props.title
  }

  override getAriaDescriptor({ props }: TLShape<'matrix'>): string {
    return [kindWords()('shape.matrix'), props.title].filter((part) => part !== '').join(': ')
  }

  override component({ id, props }: TLShape<'matrix'>) {
    return <MatrixSheet id={id} props={props} />
  }

  override onResize(shape: TLShape<'matrix'>, info: TLResizeInfo<TLShape<'matrix'>>): TLShape<'matrix'> {
    return resizeBox(shape, info, { minWidth: MIN_SIZE, minHeight: MIN_SIZE })
  }

  override canReceiveNewChildrenOfType(shape: TLShape<'matrix'>, type: TLShape['type']): boolean {
    return type !== 'phase' && type !== 'curve' && super.canReceiveNewChildrenOfType(shape, type)
  }
}
