import { CalendarDays, CircleCheck, Merge, UserRound } from 'lucide-react'
import { i18n } from '../../i18n/i18n.ts'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { shownDeadline } from '../look/shownDeadline.ts'
import type { KindWords } from '../look/words.ts'

/** How far it is on its way to an action: who, when, and its state once that is more than a proposal. */
export function ideaPills(props: DomainProps<'idea'>, words: KindWords): CardPill[] {
  if (props.title === '') return []
  const pills: CardPill[] = []
  if (props.mergedInto !== null) pills.push({ key: 'merged', word: words('onBoard.merged'), icon: Merge })
  if (props.owner !== '') pills.push({ key: 'owner', word: props.owner, icon: UserRound })
  if (props.deadline !== '')
    pills.push({ key: 'deadline', word: shownDeadline(props.deadline, i18n.language), icon: CalendarDays })
  if (props.status !== 'proposed')
    pills.push({ key: 'status', word: words(`actionStatus.${props.status}`), icon: CircleCheck })
  if (props.actionType !== null) pills.push({ key: 'type', word: words(`actionType.${props.actionType}`) })
  return pills
}
