import type { Channel } from '@samenreis/model/records/enumerations'
import { channelIcons } from '../../../shapes/look/icons.ts'
import { useWord } from '../../panel/useWord.ts'

/** A way of contact, as icon and word. */
export function ChannelWord({ channel, children }: { readonly channel: Channel; readonly children?: React.ReactNode }) {
  const word = useWord()
  const Icon = channelIcons[channel]
  return (
    <span className="channel-word">
      <Icon size={18} aria-hidden="true" />
      <span>
        {word('channel', channel)}
        {children}
      </span>
    </span>
  )
}
