import { EyeOff } from 'lucide-react'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { basisIcons } from '../look/icons.ts'
import type { KindWords } from '../look/words.ts'

/** What makes the step hard, what nobody knows for sure, and what the organisation does not see. */
export function touchpointPills(props: DomainProps<'touchpoint'>, words: KindWords): CardPill[] {
  if (props.title === '') return []
  const pills: CardPill[] = props.friction.map((friction) => ({ key: friction, word: words(`friction.${friction}`) }))
  if (props.basis === 'assumption')
    pills.push({ key: 'basis', word: words('basis.assumption'), icon: basisIcons.assumption })
  if (!props.seenByOrg) pills.push({ key: 'unseen', word: words('onBoard.notSeen'), icon: EyeOff })
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
