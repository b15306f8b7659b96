import type { TLShape } from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { CardLikeShapeUtil } from '../cardFrame/CardLikeShapeUtil.ts'
import type { CardContent } from '../cardFrame/fittingHeight.ts'
import { kindWords } from '../look/words.ts'
import { TouchpointCard } from './TouchpointCard.tsx'
import { touchpointHead, touchpointPills, touchpointWait } from './touchpointLabels.ts'
import { isUnexplained, isWhyAsked } from './whyAsked.ts'

/** A step on the canvas. */
export class TouchpointShapeUtil extends CardLikeShapeUtil<TLShape<'touchpoint'>> {
  static override readonly type = 'touchpoint' as const
  static override readonly props = domainProps('touchpoint')

  override getDefaultProps(): DomainProps<'touchpoint'> {
    return defaultDomainProps('touchpoint')
  }

  override contentOf({ props }: TLShape<'touchpoint'>): CardContent {
    const words = kindWords()
    return {
      head: touchpointHead(props, words),
      figure: touchpointWait(props, words),
      words: props.title,
      pills: touchpointPills(props, words).map(({ word }) => word),
    }
  }

  override getText({ props }: TLShape<'touchpoint'>): string {
    return props.title
  }

  override getAriaDescriptor({ props }: TLShape<'touchpoint'>): string {
    return [kindWords()('shape.touchpoint'), props.title].filter((part) => part !== '').join(': ')
  }

  override component(shape: TLShape<'touchpoint'>) {
    const { id, props } = shape
    const whyUnknown = isUnexplained(props) && isWhyAsked(this.editor, shape)
    return <TouchpointCard id={id} props={props} whyUnknown={whyUnknown} />
  }
}
