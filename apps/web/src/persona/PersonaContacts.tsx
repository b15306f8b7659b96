import { useTranslation } from 'react-i18next'
import type { ChannelPreference } from '@samenreis/model/records/persona'
import { channelIcons } from '../shapes/look/icons.ts'

/** How she likes contact, phase after phase: the channel, why, and what she expects then. */
export function PersonaContacts({ preferences }: { readonly preferences: readonly ChannelPreference[] }) {
  const { t } = useTranslation(['poster', 'kinds'])
  return (
    <ul className="persona-contacts">
      {preferences.map(({ channel, phase, motive, expectation }, at) => {
        const Icon = channelIcons[channel]
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a persona may like one channel twice
          <li key={`${at} ${channel}`}>
            <p className="persona-contact">
              <Icon aria-hidden strokeWidth={2} />
              <strong>{t(`kinds:channel.${channel}`)}</strong>
              {phase === null || phase === 'custom' ? null : (
                <span className="persona-contact__phase">{t(`kinds:phaseTitle.${phase}`)}</span>
              )}
            </p>
            {motive === '' ? null : (
              <p className="persona-reason">
                <b>{t('poster:motive')}:</b> {motive}
              </p>
            )}
            {expectation === '' ? null : (
              <p className="persona-reason">
                <b>{t('poster:expectation')}:</b> {expectation}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
