import type { TLShape } from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { CardLikeShapeUtil } from '../cardFrame/CardLikeShapeUtil.ts'
import type { CardContent } from '../cardFrame/fittingHeight.ts'
import { kindWords } from '../look/words.ts'
import { CardCard } from './CardCard.tsx'
import { cardHead, cardPills, cardVerdict } from './cardLabels.ts'

/** A short text of some kind on the canvas. */
export class CardShapeUtil extends CardLikeShapeUtil<TLShape<'card'>> {
  static override readonly type = 'card' as const
  static override readonly props = domainProps('card')

  override getDefaultProps(): DomainProps<'card'> {
    return defaultDomainProps('card')
  }

  override contentOf({ props }: TLShape<'card'>): CardContent {
    const words = kindWords()
    return {
      head: cardHead(props, words),
      figure: cardVerdict(props, words),
      words: props.kind === 'quote' ? `“${props.text}”` : props.text,
      pills: cardPills(props, words).map(({ word }) => word),
    }
  }

  override getText({ props }: TLShape<'card'>): string {
    return props.text
  }

  override getAriaDescriptor({ props }: TLShape<'card'>): string {
    return [kindWords()(`cardKind.${props.kind}`), props.text].filter((part) => part !== '').join(': ')
  }

  override component({ id, props }: TLShape<'card'>) {
    return <CardCard id={id} props={props} />
  }
}
