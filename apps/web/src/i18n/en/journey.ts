import type { journey as dutch } from '../nl/journey.ts'
import type { Translation } from '../Translation.ts'

export const journey: Translation<typeof dutch> = {
  fromTo: 'From ‘{{from}}’ to ‘{{to}}’',
  from: 'Starts at ‘{{from}}’',
  to: 'Up to ‘{{to}}’',
  locked: 'Locked',
  line: {
    interaction: 'Contact between you and us',
    visibility: 'You see it up to here',
    internal_interaction: 'Contact inside our organisation',
  },
}
