import './curveBars.css'
import { Voice } from '@samenreis/model/records/enumerations'
import { Activity } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useEditor, useValue } from 'tldraw'
import { chosenCurve, drawsFor, strokeRefusal } from '../../shapes/curve/strokeTarget.ts'
import { useBoardSession } from '../BoardSession.ts'

const SELF = 'self'

/** Beside the tools while the curve tool is taken: what it does, and for the facilitator whose line it draws. */
export function CurveStrip() {
  const editor = useEditor()
  const isTaken = useValue('curve tool', () => editor.getCurrentToolId() === 'curve', [editor])
  return isTaken ? <Strip /> : null
}

function Strip() {
  const { t } = useTranslation(['curve', 'kinds'])
  const editor = useEditor()
  const { isFacilitator } = useBoardSession()
  const labelId = useId()
  const other = useValue('draws for', () => drawsFor.get(editor), [editor])
  const chosen = useValue('chosen curve', () => chosenCurve(editor), [editor])
  const refusal = useValue('stroke refusal', () => strokeRefusal.get(editor), [editor])
  const voiceOf = (voice: Voice): string => t(`kinds:voice.${voice}`)
  return (
    <section className="curve-strip" aria-label={t('strip.label')}>
      <output className="curve-strip__how">
        <Activity size={20} aria-hidden="true" />
        {refusal !== null
          ? t(`strip.${refusal}`)
          : chosen !== null
            ? t('strip.further', {
                name: [chosen.props.label, voiceOf(chosen.props.voice)].filter((part) => part !== '').join(', '),
              })
            : isFacilitator && other !== null
              ? t('strip.howNew')
              : t('strip.howOwn')}
      </output>
      {chosen === null ? null : (
        <button type="button" className="curve-strip__button" onClick={() => void editor.selectNone()}>
          {t('strip.another')}
        </button>
      )}
      {isFacilitator && chosen === null ? (
        <label className="curve-strip__who" htmlFor={labelId}>
          <span className="visually-hidden">{t('strip.who')}</span>
          <select
            id={labelId}
            className="curve-strip__select"
            value={other ?? SELF}
            onChange={({ target }) => {
              const voice = Voice.safeParse(target.value)
              drawsFor.set(editor, voice.success ? voice.data : null)
            }}
          >
            <option value={SELF}>{t('strip.self')}</option>
            {Voice.options.map((voice) => (
              <option key={voice} value={voice}>
                {t('strip.other', { voice: voiceOf(voice) })}
              </option>
            ))}
          </select>
        </label>
      ) : null}
    </section>
  )
}
