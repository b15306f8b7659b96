import file from '../../templates/phases.json' with { type: 'json' }
import type { Language } from '../api/rooms.ts'
import type { Context, PhaseKey } from '../records/enumerations.ts'
import { PhaseFile } from './templateSchema.ts'
import { wordsFor } from './words.ts'

/** The municipal phases, in order. */
export const templatePhases = PhaseFile.parse(file).phases

/**
 * What to ask in a phase; the same five phases ask other things of a service than of taking part or of the own organisation
 * (systems.md 17). null for a phase of one's own.
 */
export function phaseHint(key: PhaseKey, context: Context, language: Language): string | null {
  const phase = templatePhases.find((each) => each.key === key)
  return phase === undefined ? null : wordsFor(phase.hint, context, language)
}
