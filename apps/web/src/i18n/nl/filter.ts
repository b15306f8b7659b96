/** Words of the filter that shows what rests on which evidence. */
export const filter = {
  open: 'Filter: waar komt het vandaan?',
  title: 'Waar komt het vandaan?',
  cards_one: '{{count}} kaartje',
  cards_other: '{{count}} kaartjes',
  all: 'Alles laten zien',
  everything: 'Alles',
  showing: 'laten zien',
  only: 'In kleur: {{what}}.',
  count: '{{shown}} van {{total}} kaartjes',
} as const
