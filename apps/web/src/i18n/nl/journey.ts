/** Texts of the map of a journey: what stands around it, its lanes, and what a facilitator does with whole journeys. */
export const journey = {
  fromTo: 'Van ‘{{from}}’ tot ‘{{to}}’',
  from: 'Begint bij ‘{{from}}’',
  to: 'Tot en met ‘{{to}}’',
  locked: 'Vast',
  line: {
    interaction: 'Contact tussen u en ons',
    visibility: 'Tot hier ziet u het',
    internal_interaction: 'Contact binnen onze organisatie',
  },
} as const
