/** Coming in: three taps, in words for everybody. */
export const join = {
  title: 'Doe mee',
  session: 'U doet mee aan',
  step: 'Stap {{number}} van 3',
  picture: {
    title: 'Kies een plaatje',
    text: 'Zo herkennen de anderen u op het bord.',
  },
  name: {
    title: 'Hoe heet u?',
    text: 'Dit mag u overslaan. Dan krijgt u een vrolijke naam van ons.',
    label: 'Uw naam',
    hint: 'Uw voornaam is genoeg.',
    next: 'Verder',
    skip: 'Overslaan',
  },
  role: {
    title: 'Ik ben …',
    text: 'Kies wat het beste bij u past.',
  },
  roleText: {
    client: 'Ik woon hier, of ik krijg hulp',
    informal_carer: 'Ik zorg voor iemand die ik ken',
    expert_by_experience: 'Ik gebruik mijn ervaring om anderen te helpen',
    council_member: 'Ik zit in een raad die advies geeft',
    professional: 'Ik help of spreek inwoners in mijn werk',
    partner: 'Ik werk bij een andere organisatie',
    employer: 'Ik heb een bedrijf of neem mensen aan',
    policy: 'Ik maak plannen en regels',
    observer: 'Ik doe niet mee, ik kijk alleen',
  },
  facilitator: {
    title: 'Welkom, begeleider',
    text: 'Zo zien de anderen u. U mag dit overslaan.',
    pictures: 'Uw plaatje',
    go: 'Naar het bord',
  },
  entering: 'We brengen u naar het bord',
  chosen: 'Gekozen',
} as const
