import type { TLShape } from 'tldraw'
import { defaultDomainProps, domainProps, type DomainProps } from '../../canvas/shapeProps.ts'
import { CardLikeShapeUtil } from '../cardFrame/CardLikeShapeUtil.ts'
import type { CardContent } from '../cardFrame/fittingHeight.ts'
import { kindWords } from '../look/words.ts'
import { ActorCard } from './ActorCard.tsx'
import { actorHead, actorPills } from './actorLabels.ts'

/** An organisation or group on the canvas. */
export class ActorShapeUtil extends CardLikeShapeUtil<TLShape<'actor'>> {
  static override readonly type = 'actor' as const
  static override readonly props = domainProps('actor')

  override getDefaultProps(): DomainProps<'actor'> {
    return defaultDomainProps('actor')
  }

  override contentOf({ props }: TLShape<'actor'>): CardContent {
    const words = kindWords()
    return {
      head: actorHead(props, words),
      figure: '',
      words: props.name,
      pills: actorPills(props, words).map(({ word }) => word),
    }
  }

  override getText({ props }: TLShape<'actor'>): string {
    return props.name
  }

  override getAriaDescriptor({ props }: TLShape<'actor'>): string {
    return [kindWords()('shape.actor'), props.name].filter((part) => part !== '').join(': ')
  }

  override component({ id, props }: TLShape<'actor'>) {
    return <ActorCard id={id} props={props} />
  }
}
