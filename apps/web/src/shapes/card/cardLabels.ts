import { CalendarDays, ListTodo, MapPin, MessageSquareText, UserRound } from 'lucide-react'
import { i18n } from '../../i18n/i18n.ts'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { basisIcons } from '../look/icons.ts'
import { shownDeadline } from '../look/shownDeadline.ts'
import type { KindWords } from '../look/words.ts'

/** What the kind of card adds to its words: fields of other kinds keep their value but are not shown. */
export function cardPills(props: DomainProps<'card'>, words: KindWords): CardPill[] {
  if (props.text === '') return []
  const basis: CardPill = { key: 'basis', word: words(`basis.${props.basis}`), icon: basisIcons[props.basis] }
  switch (props.kind) {
    case 'quote':
    case 'need':
      return [basis]
    case 'good_practice':
      return props.where === '' ? [] : [{ key: 'where', word: props.where, icon: MapPin }]
    case 'policy_rule':
      return props.reason === '' ? [] : [{ key: 'reason', word: props.reason, icon: MessageSquareText }]
    case 'consequence':
      return consequencePills(props, words)
    case 'question':
      return []
  }
}

function consequencePills(props: DomainProps<'card'>, words: KindWords): CardPill[] {
  const pills: CardPill[] = []
  if (props.layer !== null) pills.push({ key: 'layer', word: words(`layer.${props.layer}`) })
  if (!props.promoted) return pills
  pills.push({ key: 'promoted', word: words('onBoard.promoted'), icon: ListTodo })
  if (props.owner !== '') pills.push({ key: 'owner', word: props.owner, icon: UserRound })
  if (props.deadline !== '')
    pills.push({ key: 'deadline', word: shownDeadline(props.deadline, i18n.language), icon: CalendarDays })
  return pills
}

/** Who speaks, for a quote; else the kind. */
export function cardHead({ kind, voice }: DomainProps<'card'>, words: KindWords): string {
  return kind === 'quote' && voice !== null ? words(`voice.${voice}`) : words(`cardKind.${kind}`)
}

/** What was judged of a rule; '' for other kinds and while nobody judged it. */
export function cardVerdict({ kind, verdict }: DomainProps<'card'>, words: KindWords): string {
  return kind === 'policy_rule' && verdict !== null ? words(`verdict.${verdict}`) : ''
}
