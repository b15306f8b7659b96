import type { TLShape } from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { CardLikeShapeUtil } from '../cardFrame/CardLikeShapeUtil.ts'
import type { CardContent } from '../cardFrame/fittingHeight.ts'
import { kindWords } from '../look/words.ts'
import { PainPointCard } from './PainPointCard.tsx'
import { painPointPills } from './painPointLabels.ts'

/** A pain point on the canvas. */
export class PainPointShapeUtil extends CardLikeShapeUtil<TLShape<'pain-point'>> {
  static override readonly type = 'pain-point' as const
  static override readonly props = domainProps('pain-point')

  override getDefaultProps(): DomainProps<'pain-point'> {
    return defaultDomainProps('pain-point')
  }

  override contentOf({ props }: TLShape<'pain-point'>): CardContent {
    const words = kindWords()
    return {
      head: words('shape.pain-point'),
      figure: '',
      words: props.title,
      pills: painPointPills(props, words).map(({ word }) => word),
    }
  }

  override getText({ props }: TLShape<'pain-point'>): string {
    return props.title
  }

  override getAriaDescriptor({ props }: TLShape<'pain-point'>): string {
    return [kindWords()('shape.pain-point'), props.title].filter((part) => part !== '').join(': ')
  }

  override component({ id, props }: TLShape<'pain-point'>) {
    return <PainPointCard id={id} props={props} />
  }
}
