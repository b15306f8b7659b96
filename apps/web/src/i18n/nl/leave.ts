/** Leaving a session, and erasing what one brought in. */
export const leave = {
  leave: {
    act: 'Afmelden en wissen op dit apparaat',
    title: 'Afmelden op dit apparaat?',
    text: 'Op dit apparaat blijft niets van deze sessie staan. Wat u op het bord hebt gezet, blijft daar staan. Terugkomen kan met uw uitnodiging.',
    unsaved: 'Let op: uw laatste werk is nog niet bewaard. Dat raakt u nu kwijt.',
    sure: 'Afmelden en wissen',
  },
  erase: {
    act: 'Mijn bijdragen wissen',
    title: 'Alles van u wissen?',
    text: 'Uw kaartjes, uw woorden, uw stemmen en uw naam gaan van het bord. Wat anderen over u schreven, blijft staan: vraag dat aan de begeleider. Dit kunt u niet terugdraaien. U bent daarna afgemeld.',
    sure: 'Wis alles van mij',
  },
  count: {
    cards_one: '1 kaartje of tekening gaat weg.',
    cards_other: '{{count}} kaartjes en tekeningen gaan weg.',
    texts_one: 'Uit 1 kaartje dat blijft, gaan woorden weg.',
    texts_other: 'Uit {{count}} kaartjes die blijven, gaan woorden weg.',
    votes_one: '1 stem gaat weg.',
    votes_other: '{{count}} stemmen gaan weg.',
  },
  cancel: 'Niet doen',
  failed: 'Dit is niet gelukt',
  done: {
    left: { title: 'U bent afgemeld', text: 'Op dit apparaat staat niets meer van de sessie.' },
    erased: {
      title: 'Uw bijdragen zijn gewist',
      text: 'U bent afgemeld. Op dit apparaat staat niets meer van de sessie.',
    },
    roomErased: { title: 'De sessie is gewist', text: 'Het bord, de acties en de links zijn weg, voor iedereen.' },
  },
} as const
