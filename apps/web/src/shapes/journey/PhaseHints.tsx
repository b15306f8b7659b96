import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { Language } from '@samenreis/model/api/rooms'
import type { Context } from '@samenreis/model/records/enumerations'
import { phaseHint } from '@samenreis/model/templates/phaseHints'
import { useEditor, useValue, type TLShapeId } from 'tldraw'
import { emptyPhases } from './emptyPhases.ts'
import { journeyPhases } from './journeyPhases.ts'
import type { LaneBand } from './laneBands.ts'

/** Width of the place that every phase of a journey without any step offers for its first: the words stand beside it. Board pixels. */
const FIRST_PLACE = 212
/** Narrowest that the words may get; a phase with less room says nothing. */
const LEAST_WIDTH = 150

interface PhaseHintsProps {
  readonly journeyId: TLShapeId
  /** null = as a service. */
  readonly context: Context | null
  /** The lane of the steps. */
  readonly band: LaneBand
}

/** What to ask in each phase, where its first step will stand; gone with that step. Nothing that anybody could move or take along. */
export const PhaseHints = memo(function PhaseHints({ journeyId, context, band }: PhaseHintsProps) {
  const { i18n } = useTranslation()
  const editor = useEditor()
  const phases = useValue('phases without steps', () => emptyPhases(editor, journeyId), [editor, journeyId])
  const isNew = useValue('no steps yet', () => phases.length === journeyPhases(editor, journeyId).length, [
    editor,
    journeyId,
    phases,
  ])
  const language = Language.catch('nl').parse(i18n.language)
  return phases.map(({ id, key, x, w }) => {
    const hint = phaseHint(key, context ?? 'service', language)
    const from = isNew ? FIRST_PLACE : 0
    return hint === null || w - from < LEAST_WIDTH ? null : (
      <p key={id} className="phase-hint" style={{ left: x + from, width: w - from, top: band.y, height: band.h }}>
        {hint}
      </p>
    )
  })
})
