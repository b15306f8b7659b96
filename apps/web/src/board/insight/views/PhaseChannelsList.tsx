import { useTranslation } from 'react-i18next'
import type { PhaseChannels } from '@samenreis/model/journey/views/channelView'
import { ChannelWord } from '../parts/ChannelWord.tsx'
import { Label } from '../parts/Label.tsx'

/** Per phase: the ways that are used, how often, and the ways that people would rather have. */
export function PhaseChannelsList({ phases }: { readonly phases: readonly PhaseChannels[] }) {
  const { t } = useTranslation('insight')
  return (
    <ul className="phases">
      {phases.map(({ phaseId, used, preferred }) => {
        const wanted = [...new Set(preferred.map(({ channel }) => channel))]
        return (
          <li key={phaseId ?? 'none'}>
            <h4 className="insight-part__small">{phaseId === null ? t('channels.noPhase') : <Label id={phaseId} />}</h4>
            <dl className="used-wanted">
              <dt>{t('channels.used')}</dt>
              <dd>
                {used.length === 0 ? t('channels.nothing') : null}
                {used.map(({ channel, stepIds }) => (
                  <ChannelWord key={channel} channel={channel}>
                    {stepIds.length > 1 ? ` ${t('times', { count: stepIds.length })}` : null}
                  </ChannelWord>
                ))}
              </dd>
              <dt>{t('channels.wanted')}</dt>
              <dd>
                {wanted.length === 0 ? t('channels.unasked') : null}
                {wanted.map((channel) => (
                  <ChannelWord key={channel} channel={channel} />
                ))}
              </dd>
            </dl>
          </li>
        )
      })}
    </ul>
  )
}
