import { MonitorSmartphone, TextInitial } from 'lucide-react'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import { basisIcons, channelIcons } from '../look/icons.ts'
import type { KindWords } from '../look/words.ts'

/** Channels that are shown on the card; the panel has them all. */
const CHANNELS_SHOWN = 2

/** Where it comes from, and what one should know before writing to or calling this person. */
export function personaPills(props: DomainProps<'persona'>, words: KindWords): CardPill[] {
  if (props.name === '') return []
  const pills: CardPill[] = [{ key: 'basis', word: words(`basis.${props.basis}`), icon: basisIcons[props.basis] }]
  const channels = new Set(props.channelPreferences.filter(({ rank }) => rank === 1).map(({ channel }) => channel))
  for (const channel of [...channels].slice(0, CHANNELS_SHOWN))
    pills.push({ key: channel, word: words(`channel.${channel}`), icon: channelIcons[channel] })
  if (props.readingLevel !== null) pills.push({ key: 'reading', word: props.readingLevel, icon: TextInitial })
  if (props.digitalSkill !== null)
    pills.push({ key: 'digital', word: words(`digitalSkill.${props.digitalSkill}`), icon: MonitorSmartphone })
  return pills
}
