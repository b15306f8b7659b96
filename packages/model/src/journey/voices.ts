import type { Voice } from '../records/enumerations.ts'

/** Voices that say how the client felt: she herself, and experts by experience who speak for her. */
const clientVoices = ['client', 'expert_by_experience'] as const satisfies readonly Voice[]

/** Voices of those who work at it: what they say of the client's feeling is a guess. */
export const staffVoices = ['professional', 'partner', 'policy', 'employer'] as const satisfies readonly Voice[]

/** Whose side a voice is on in the gap view. An informal carer tells how it was for herself: neither (model.md B5). */
export function sideOf(voice: Voice): 'client' | 'staff' | null {
  if (clientVoices.some((each) => each === voice)) return 'client'
  return staffVoices.some((each) => each === voice) ? 'staff' : null
}
