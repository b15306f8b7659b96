import { EyeOff } from 'lucide-react'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { basisPill } from '../look/basisPill.ts'
import { requiredByIcons } from '../look/icons.ts'
import type { KindWords } from '../look/words.ts'

/** What makes the step hard, who asks for it, what the organisation does not see, and where all this comes from. */
export function touchpointPills(props: DomainProps<'touchpoint'>, words: KindWords): CardPill[] {
  if (props.title === '') return []
  const pills: CardPill[] = props.friction.map((friction) => ({ key: friction, word: words(`friction.${friction}`) }))
  if (props.requiredBy !== null)
    pills.push({
      key: 'requiredBy',
      word: words(`requiredByMark.${props.requiredBy}`),
      icon: requiredByIcons[props.requiredBy],
    })
  if (!props.seenByOrg) pills.push({ key: 'unseen', word: words('onBoard.notSeen'), icon: EyeOff })
  pills.push(basisPill(props.basis, words, props.source))
  return pills
}

/** How the step goes, or what it is while nobody chose a channel. */
export function touchpointHead({ channel }: DomainProps<'touchpoint'>, words: KindWords): string {
  return channel === null ? words('shape.touchpoint') : words(`channel.${channel}`)
}

/** How long one waits; '' when nobody said. */
export function touchpointWait({ waitDays }: DomainProps<'touchpoint'>, words: KindWords): string {
  return waitDays === null ? '' : words('onBoard.days', { count: waitDays })
}
