import type { filter as dutch } from '../nl/filter.ts'
import type { Translation } from '../Translation.ts'

export const filter: Translation<typeof dutch> = {
  open: 'Filter: where does it come from?',
  title: 'Where does it come from?',
  cards_one: '{{count}} card',
  cards_other: '{{count}} cards',
  all: 'Everything again',
  everything: 'Everything',
  showing: 'again',
  only: 'In colour: {{what}}.',
  count: '{{shown}} of {{total}} cards',
}
