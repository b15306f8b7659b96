/** What a new session is for: the kinds of the start page, and help with the question. */
export const start = {
  kinds: 'Wat gaat u doen?',
  examples: 'Of kijk eerst naar een voorbeeld',
  kind: {
    persona_workshop: { title: 'Persona maken', text: 'Verzin samen iemand die echt had kunnen zijn.' },
    shadow_mapping: { title: 'Reis op papier maken', text: 'Zet neer hoe uw organisatie het heeft bedacht.' },
    interview: { title: 'Gesprek met één inwoner', text: 'Teken één verhaal, van begin tot eind.' },
    joint_session: { title: 'Gezamenlijke sessie', text: 'Kijk samen met inwoners wat beter kan.' },
    ideal_and_blueprint: { title: 'Beste reis en wat nodig is', text: 'Bedenk hoe het kan, en wat u moet regelen.' },
    practice: { title: 'Oefenen met een persona', text: 'Loop de nieuwe werkwijze eerst zelf.' },
    policy_test: { title: 'Regels toetsen', text: 'Past een regel bij deze mensen?' },
    blank: { title: 'Leeg bord', text: 'Begin met een leeg vel.' },
    'demo-riet': {
      title: 'Hulp in huis: de reis van Riet',
      text: 'Riet (78) vraagt hulp bij het huishouden: op papier en in het echt.',
    },
    'demo-yonas': {
      title: 'Een nieuw begin: de reis van Yonas',
      text: 'Yonas komt in de gemeente wonen en leert Nederlands.',
    },
    'demo-session': {
      title: 'Een sessie die klaarstaat',
      text: 'De reis op papier en twee gesprekken staan al op het bord.',
    },
  },
  /** Name and question that an example brings along. */
  demo: {
    'demo-riet': {
      title: 'Hulp in huis: de reis van Riet',
      question: 'Hoe regelen we dit samen beter voor Riet?',
    },
    'demo-yonas': {
      title: 'Een nieuw begin: de reis van Yonas',
      question: 'Hoe regelen we dit samen beter voor Yonas?',
    },
    'demo-session': {
      title: 'Hulp in huis: gezamenlijke sessie',
      question: 'Hoe regelen we dit samen beter voor Riet?',
    },
  },
  kept: 'Alles van een sessie wissen wij {{days}} dagen na het laatste gebruik. In de sessie kiest u zelf een andere dag.',
  more: 'Meer keuzes: onderwerp, uw naam, taal',
  context: 'Waar gaat het over?',
  contexts: {
    service: 'Hulp en diensten',
    participation: 'Meedoen en meedenken',
    internal: 'Ons eigen werk',
  },
  questionHelp: 'Nog geen vraag? Begin met een van deze drie:',
  question: {
    service: {
      needs: 'Wat hebben inwoners nodig?',
      search: 'Hoe zoeken inwoners hulp?',
      improve: 'Hoe maken we onze hulp daarmee beter?',
    },
    participation: {
      needs: 'Wat hebben inwoners nodig om mee te doen?',
      search: 'Hoe horen inwoners dat er iets speelt?',
      improve: 'Hoe maken we meedoen daarmee makkelijker?',
    },
    internal: {
      needs: 'Wat hebben collega’s nodig?',
      search: 'Waar zoeken collega’s hulp?',
      improve: 'Hoe maken we ons werk daarmee beter?',
    },
  },
} as const
