import { Channel, PhaseKey } from '@samenreis/model/records/enumerations'
import { ChannelPreference } from '@samenreis/model/records/persona'
import { Plus, Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { useWord } from '../useWord.ts'
import type { ControlProps } from './ControlProps.ts'
import { DraftText } from './DraftText.tsx'

/** Longest motive or expectation that the editor takes, in UTF-16 code units. */
const REASON_LENGTH = 120
const Preferences = z.array(ChannelPreference).catch([])
const phases = PhaseKey.options.filter((key) => key !== 'custom')

/** How the persona likes to be in touch: per phase a channel, why, and what is expected then. The first of a phase ranks 1. */
export function PreferencesControl({ labelId, value, onChange, readOnly }: ControlProps) {
  const { t } = useTranslation('panel')
  const stored = Preferences.parse(value)
  const write = (next: readonly ChannelPreference[]): void => onChange(ranked(next))
  return (
    <div className="preferences">
      {stored.length === 0 && readOnly ? <p className="quiet">{t('empty')}</p> : null}
      <ol className="preferences__list" aria-labelledby={labelId}>
        {stored.map((preference, index) => (
          <li key={index}>
            <PreferenceForm
              preference={preference}
              number={index + 1}
              readOnly={readOnly}
              onChange={(changed) => write(stored.map((each, at) => (at === index ? changed : each)))}
              onRemove={() => write(stored.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      {readOnly ? null : (
        <button
          type="button"
          className="chip chip--add"
          onClick={() => write([...stored, { channel: 'phone', phase: null, rank: 1, motive: '', expectation: '' }])}
        >
          <Plus size={18} aria-hidden="true" />
          <span>{t('preferences.add')}</span>
        </button>
      )}
    </div>
  )
}

/** Ranks within each phase by place in the list, from 1. */
export function ranked(preferences: readonly ChannelPreference[]): ChannelPreference[] {
  const seen = new Map<string | null, number>()
  return preferences.map((each) => {
    const rank = (seen.get(each.phase) ?? 0) + 1
    seen.set(each.phase, rank)
    return { ...each, rank }
  })
}

interface FormProps {
  readonly preference: ChannelPreference
  readonly number: number
  readonly readOnly: boolean
  readonly onChange: (preference: ChannelPreference) => void
  readonly onRemove: () => void
}

function PreferenceForm({ preference, number, readOnly, onChange, onRemove }: FormProps) {
  const { t } = useTranslation(['panel', 'kinds'])
  const word = useWord()
  const id = useId()
  const title = t('panel:preferences.title', { rank: number })
  return (
    <fieldset className="preference" disabled={readOnly}>
      <legend className="visually-hidden">{title}</legend>
      <div className="preference__row">
        <label htmlFor={`${id}-channel`} className="visually-hidden">
          {t('panel:preferences.channel')}
        </label>
        <select
          id={`${id}-channel`}
          className="text-input"
          value={preference.channel}
          onChange={(event) => onChange({ ...preference, channel: Channel.parse(event.target.value) })}
        >
          {Channel.options.map((channel) => (
            <option key={channel} value={channel}>
              {word('channel', channel)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-phase`} className="visually-hidden">
          {t('panel:preferences.phase')}
        </label>
        <select
          id={`${id}-phase`}
          className="text-input"
          value={preference.phase ?? ''}
          onChange={(event) =>
            onChange({ ...preference, phase: event.target.value === '' ? null : PhaseKey.parse(event.target.value) })
          }
        >
          <option value="">{t('panel:preferences.anyPhase')}</option>
          {phases.map((phase) => (
            <option key={phase} value={phase}>
              {t(`kinds:phaseTitle.${phase}`)}
            </option>
          ))}
        </select>
        {readOnly ? null : (
          <button
            type="button"
            className="round-button round-button--quiet"
            aria-label={t('panel:remove', { what: title })}
            onClick={onRemove}
          >
            <Trash2 size={18} aria-hidden="true" />
          </button>
        )}
      </div>
      <DraftText
        label={t('panel:preferences.motive')}
        value={preference.motive}
        maxLength={REASON_LENGTH}
        readOnly={readOnly}
        onCommit={(motive) => onChange({ ...preference, motive })}
      />
      <DraftText
        label={t('panel:preferences.expectation')}
        value={preference.expectation}
        maxLength={REASON_LENGTH}
        readOnly={readOnly}
        onCommit={(expectation) => onChange({ ...preference, expectation })}
      />
    </fieldset>
  )
}
