/** The start. */
export const home = {
  title: 'Samen op weg naar betere hulp',
  lead: 'Samenreis is een bord waarop inwoners, medewerkers en beleidsmakers samen de reis van een inwoner bekijken, en afspreken wie wat verbetert en wanneer.',
  picture: 'Tekening: een weg van huis naar huis, met een gezicht bij elke stap',
  create: {
    title: 'Nieuwe sessie',
    start: 'Waarmee begint u?',
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
  start: {
    empty: { title: 'Leeg bord', text: 'U begint met een leeg vel.' },
    'demo-riet': {
      title: 'Hulp in huis: de reis van Riet',
      text: 'Een voorbeeld: Riet (78) vraagt hulp bij het huishouden.',
      question: 'Hoe regelen we dit samen beter voor Riet?',
    },
    'demo-yonas': {
      title: 'Een nieuw begin: de reis van Yonas',
      text: 'Een voorbeeld: Yonas komt in de gemeente wonen en leert Nederlands.',
      question: 'Hoe regelen we dit samen beter voor Yonas?',
    },
    'demo-session': {
      title: 'Gezamenlijke sessie, klaar om te beginnen',
      text: 'De reis op papier en twee gesprekken staan al op het bord.',
      question: 'Hoe regelen we dit samen beter voor Riet?',
    },
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
