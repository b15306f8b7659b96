import type { journey as dutch } from '../nl/journey.ts'
import type { Translation } from '../Translation.ts'

export const journey: Translation<typeof dutch> = {
  fromTo: 'From ‘{{from}}’ to ‘{{to}}’',
  from: 'Starts at ‘{{from}}’',
  to: 'Up to ‘{{to}}’',
  locked: 'Locked',
  lockedForOthers:
    'This journey is locked. You can read it, and link to it from another card. Only the facilitator can change it.',
  lockedForLead:
    'This journey is locked. You can fill in words. To move or remove something, unlock the journey first.',
  heldForOthers: 'This journey is locked. Only the facilitator can change it.',
  heldForLead: 'This journey is locked, so nothing moves.',
  unlock: 'Unlock',
  line: {
    interaction: 'Contact between you and us',
    visibility: 'You see it up to here',
    internal_interaction: 'Contact inside our organisation',
  },
}
