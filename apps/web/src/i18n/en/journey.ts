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
  folded_one: '{{lane}} · {{count}} hidden',
  folded_other: '{{lane}} · {{count}} hidden',
  lanes: {
    title: 'Lanes',
    count_one: '{{count}} lane on the map',
    count_other: '{{count}} lanes on the map',
    close: 'Done with lanes',
    show: 'Show {{lane}}',
    more: 'Move {{lane}} or make it higher',
    up: 'Up',
    down: 'Down',
    higher: 'Higher',
    lower: 'Lower',
    hidden_one: '{{count}} hidden',
    hidden_other: '{{count}} hidden',
    hint: 'Hiding throws nothing away. The cards come back when you show the lane again.',
    pull: 'Make {{lane}} higher or lower',
  },
  copy: {
    title: 'Make a new journey of this one',
    act: 'Make of this: {{kind}}',
    hint: 'Phases and steps come along. Pain points, quotes and ideas do not.',
    kind: {
      shadow: 'The journey on paper',
      individual: 'My journey',
      joint: 'The joint journey',
      ideal: 'The best journey',
      employee: 'The journey of the professional',
    },
    done: 'The new journey stands below: {{kind}}.',
  },
  stack: {
    title: 'Put journeys under each other',
    hint: 'Phases that are the same come straight under each other.',
    act: 'Put under each other',
    done_one: '{{count}} journey is in line.',
    done_other: '{{count}} journeys stand under each other.',
    untitled: 'Journey without a name',
  },
  line: {
    interaction: 'Contact between you and us',
    visibility: 'You see it up to here',
    internal_interaction: 'Contact inside our organisation',
  },
}
