import { MonitorSmartphone, TextInitial, UsersRound } from 'lucide-react'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { basisPill } from '../look/basisPill.ts'
import type { KindWords } from '../look/words.ts'

type Props = DomainProps<'persona'>

/** Where it comes from, on how many people it rests, and what one should know before writing to this person. */
export function personaPills(props: Props, words: KindWords): CardPill[] {
  if (props.name === '') return []
  const pills: CardPill[] = [basisPill(props.basis, words)]
  if (props.coCreatedWith > 0)
    pills.push({ key: 'people', word: words('onBoard.madeWith', { count: props.coCreatedWith }), icon: UsersRound })
  if (props.readingLevel !== null)
    pills.push({ key: 'reading', word: words('onBoard.reads', { level: props.readingLevel }), icon: TextInitial })
  if (props.digitalSkill !== null)
    pills.push({
      key: 'digital',
      word: words('onBoard.computer', { skill: words(`digitalSkill.${props.digitalSkill}`) }),
      icon: MonitorSmartphone,
    })
  return pills
}

/** Who it is, in a line under the name. */
export function personaFacts({ age, perspective }: Pick<Props, 'age' | 'perspective'>, words: KindWords): string {
  const years = age === null ? [] : [words('onBoard.age', { age })]
  return [...years, words(`perspective.${perspective}`)].join(' · ')
}

/** The one line that is read from far: what moves this person, or who it is while nobody said. */
export function personaOneLine(props: Props, words: KindWords): string {
  return props.drivers[0] ?? props.dreams[0] ?? personaFacts(props, words)
}
