import type { TLShape, TLShapePartial } from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { CardLikeShapeUtil } from '../cardFrame/CardLikeShapeUtil.ts'
import type { CardContent } from '../cardFrame/fittingHeight.ts'
import { kindWords } from '../look/words.ts'
import { dropIdea } from '../matrix/matrixPlaces.ts'
import { IdeaCard } from './IdeaCard.tsx'
import { ideaPills } from './ideaLabels.ts'

/** An idea on the canvas. */
export class IdeaShapeUtil extends CardLikeShapeUtil<TLShape<'idea'>> {
  static override readonly type = 'idea' as const
  static override readonly props = domainProps('idea')

  override getDefaultProps(): DomainProps<'idea'> {
    return defaultDomainProps('idea')
  }

  override contentOf({ props }: TLShape<'idea'>): CardContent {
    const words = kindWords()
    return {
      head: words('shape.idea'),
      figure: '',
      words: props.title,
      pills: ideaPills(props, words).map(({ word }) => word),
    }
  }

  override getText({ props }: TLShape<'idea'>): string {
    return props.title
  }

  override getAriaDescriptor({ props }: TLShape<'idea'>): string {
    return [kindWords()('shape.idea'), props.title].filter((part) => part !== '').join(': ')
  }

  override component({ id, props }: TLShape<'idea'>) {
    return <IdeaCard id={id} props={props} />
  }

  override onTranslateEnd(
    before: TLShape<'idea'>,
    after: TLShape<'idea'>,
  ): TLShapePartial<TLShape<'idea'>> | undefined {
    const change = super.onTranslateEnd(before, after)
    dropIdea(this.editor, before)
    return change
  }
}
