/** The start. */
export const home = {
  title: 'Samen op weg naar betere hulp',
  lead: 'Samenreis is een bord waarop inwoners, medewerkers en beleidsmakers samen de reis van een inwoner bekijken, en afspreken wie wat verbetert en wanneer.',
  picture: 'Tekening: een weg van huis naar huis, met een gezicht bij elke stap',
  create: {
    title: 'Nieuwe sessie',
    name: 'Naam van de sessie',
    nameMissing: 'Geef de sessie een naam. Dan weten mensen waar ze meedoen.',
    question: 'Vraag op tafel',
    questionHint: 'Mag leeg blijven. Iedereen ziet deze vraag boven het bord.',
    language: 'Taal van het bord',
    own: 'Uw naam als begeleider',
    ownHint: 'Dit mag u overslaan.',
    go: 'Maak de sessie',
    busy: 'Bezig met maken',
  },
  mine: {
    title: 'Mijn sessies',
    hint: 'Op dit apparaat gemaakt.',
    empty: 'Hier komen de sessies die u op dit apparaat maakt.',
    madeOn: 'Gemaakt op {{date}}',
    open: 'Openen',
    forget: 'Vergeten',
    forgetTitle: 'Deze sessie hier vergeten?',
    forgetText:
      '“{{title}}” blijft bestaan, en de anderen kunnen gewoon verder. Alleen staan de links niet meer op dit apparaat. Hebt u uw eigen link bewaard? Zonder die link komt u er niet meer in als begeleider.',
    forgetSure: 'Vergeet op dit apparaat',
    keep: 'Laat staan',
  },
} as const
