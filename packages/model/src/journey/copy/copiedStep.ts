import type { JourneyKind } from '../../records/enumerations.ts'
import { touchpoint, type Touchpoint } from '../../records/touchpoint.ts'

/**
 * What a step of a journey of this kind begins with, made from its twin.
 *
 * The joint journey begins with all that was lived: it is about that. In every other kind only what happens is taken over; how
 * it was (friction, waiting, hand-over) is asked anew, and until then it is what we think (`assumption`), or how it is
 * meant (`designed`, on paper).
 */
export function copiedStep(step: Touchpoint, kind: JourneyKind): Touchpoint {
  switch (kind) {
    case 'joint':
      return step
    case 'ideal':
      // How the person would rather have it is how the best journey goes. What the law asks is looked at anew.
      return {
        ...withoutExperience(step),
        channel: step.desiredChannel ?? step.channel,
        whyNeeded: '',
        requiredBy: null,
      }
    case 'shadow':
      return { ...withoutExperience(step), basis: 'designed' }
    case 'individual':
      return { ...withoutExperience(step), whyNeeded: '', requiredBy: null }
    case 'employee':
      return withoutExperience(step)
  }
}

function withoutExperience(step: Touchpoint): Touchpoint {
  const { defaults } = touchpoint
  return {
    ...step,
    desiredChannel: null,
    friction: [],
    waitDays: null,
    handover: null,
    seenByOrg: defaults['seenByOrg'] === true,
    basis: 'assumption',
    source: '',
  }
}
