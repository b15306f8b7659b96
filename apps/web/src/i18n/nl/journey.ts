/** Texts of the map of a journey: what stands around it, its lanes, and what a facilitator does with whole journeys. */
export const journey = {
  fromTo: 'Van ‘{{from}}’ tot ‘{{to}}’',
  from: 'Begint bij ‘{{from}}’',
  to: 'Tot en met ‘{{to}}’',
  locked: 'Vast',
  lockedForOthers:
    'Deze reis staat vast. U kunt haar lezen, en er vanaf een ander kaartje naar verwijzen. Alleen de begeleider kan haar veranderen.',
  lockedForLead:
    'Deze reis staat vast. Invullen kunt u wel. Wilt u iets verplaatsen of weghalen? Maak de reis dan eerst los.',
  heldForOthers: 'Deze reis staat vast. Alleen de begeleider kan haar veranderen.',
  heldForLead: 'Deze reis staat vast, dus er verschuift niets.',
  unlock: 'Losmaken',
  line: {
    interaction: 'Contact tussen u en ons',
    visibility: 'Tot hier ziet u het',
    internal_interaction: 'Contact binnen onze organisatie',
  },
} as const
