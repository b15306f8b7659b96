import type { TLShape } from 'tldraw'
import { shownWords } from '@samenreis/model/records/shownWords'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { i18n } from '../../i18n/i18n.ts'
import { interfaceLanguage } from '../../i18n/interfaceLanguage.ts'
import { CardLikeShapeUtil } from '../cardFrame/CardLikeShapeUtil.ts'
import type { CardContent } from '../cardFrame/fittingHeight.ts'
import { kindWords } from '../look/words.ts'
import { CardCard } from './CardCard.tsx'
import { cardHead, cardPills, cardVerdict } from './cardLabels.ts'
import { cardSurroundings } from './cardSurroundings.ts'

/** A short text of some kind on the canvas. */
export class CardShapeUtil extends CardLikeShapeUtil<TLShape<'card'>> {
  static override readonly type = 'card' as const
  static override readonly props = domainProps('card')

  override getDefaultProps(): DomainProps<'card'> {
    return defaultDomainProps('card')
  }

  override contentOf(shape: TLShape<'card'>): CardContent {
    const { props } = shape
    const words = kindWords()
    const verdict = cardVerdict(props, words)
    return {
      head: cardHead(props, words),
      // Its icon takes the room of two letters.
      figure: verdict === '' ? '' : `${verdict}  `,
      words: shownWords(props, interfaceLanguage(i18n.language)),
      pills: cardPills(props, cardSurroundings(this.editor, shape), words).map(({ word }) => word),
    }
  }

  override getText({ props }: TLShape<'card'>): string {
    return props.text
  }

  override getAriaDescriptor({ props }: TLShape<'card'>): string {
    return [kindWords()(`cardKind.${props.kind}`), props.text].filter((part) => part !== '').join(': ')
  }

  override component(shape: TLShape<'card'>) {
    const { actor, personas, spokenAs } = cardSurroundings(this.editor, shape)
    return <CardCard id={shape.id} props={shape.props} actor={actor} personas={personas} spokenAs={spokenAs} />
  }
}
