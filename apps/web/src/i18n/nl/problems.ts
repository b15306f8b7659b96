/**
 * What went wrong: what happened, what is safe, what to do (language.md). `byReason` has one for every code of
 * api/problem.ts and for the two that only a browser meets.
 */
export const problems = {
  byReason: {
    'invalid-request': {
      title: 'Dit klopt nog niet',
      text: 'Er is iets niet goed ingevuld. Wat u typte, staat er nog. Kijk het na en probeer het opnieuw.',
    },
    'not-signed-in': {
      title: 'U bent nog niet binnen',
      text: 'Dit apparaat doet nog niet mee aan deze sessie. Alles op het bord is bewaard. Open de link of scan de code van uw begeleider nog een keer.',
    },
    forbidden: {
      title: 'Dit mag alleen de begeleider',
      text: 'Met uw link kunt u dit niet doen. Er is niets veranderd. Vraag het aan uw begeleider.',
    },
    'room-not-found': {
      title: 'Deze sessie vinden we niet',
      text: 'De link is niet helemaal goed, of de sessie bestaat niet meer. Vraag uw begeleider om de link en open hem nog een keer.',
    },
    'link-invalid': {
      title: 'Deze link werkt niet',
      text: 'De link is niet helemaal goed. Misschien is er een stukje weggevallen. Scan de code opnieuw, of vraag uw begeleider om de link.',
    },
    'link-revoked': {
      title: 'Deze link is vervangen',
      text: 'Uw begeleider heeft een nieuwe link gemaakt. Deze werkt daarom niet meer. Vraag om de nieuwe link.',
    },
    'too-large': {
      title: 'Dit is te groot',
      text: 'Wat u stuurt, is groter dan wij aannemen. Er is niets veranderd. Probeer het met een kleiner bestand.',
    },
    'wrong-format': {
      title: 'Dit bestand kennen we niet',
      text: 'Dit is geen bord van Samenreis. Er is niets veranderd. Kies een bestand dat u hier eerder hebt opgehaald (board.json).',
    },
    conflict: {
      title: 'Dit kan nu niet meer',
      text: 'Iemand anders was net eerder. Er is niets verloren. Kijk wat er nu staat en probeer het dan opnieuw.',
    },
    'too-many': {
      title: 'Even te druk',
      text: 'Er komen nu te veel vragen tegelijk binnen. Wat er al staat, is bewaard. Wacht een minuut en probeer het opnieuw.',
    },
    'room-unavailable': {
      title: 'De sessie is even niet te bereiken',
      text: 'Het ligt niet aan u. Wat er al stond, is bewaard. Wacht even en probeer het opnieuw.',
    },
    'not-found': {
      title: 'Dit is er niet meer',
      text: 'Wat u zoekt, is weg of verplaatst. De rest is bewaard. Ga terug en kijk opnieuw.',
    },
    internal: {
      title: 'Er ging iets mis bij ons',
      text: 'Het ligt niet aan u. Wat er al stond, is bewaard. Probeer het over een minuut opnieuw.',
    },
    unreachable: {
      title: 'Geen verbinding',
      text: 'We krijgen geen antwoord. Wat er al stond, is bewaard. Kijk of u internet hebt en probeer het opnieuw.',
    },
    'unexpected-answer': {
      title: 'Dit begrijpen we niet',
      text: 'We kregen een antwoord dat niet klopt. Wat er al stond, is bewaard. Laad de pagina opnieuw.',
    },
  },
  linkMissing: {
    title: 'U bent er bijna',
    text: 'Dit adres hoort bij een sessie, maar het laatste stukje van de link mist. Scan de code, of open de hele link die u kreeg.',
  },
  pageNotFound: {
    title: 'Deze pagina is er niet',
    text: 'Het adres klopt niet helemaal. Er is niets weg. Ga naar het begin, of open de link van uw sessie opnieuw.',
  },
  crash: {
    title: 'Het scherm liep vast',
    text: 'Dat ligt aan ons. Wat op het bord stond, is bewaard. Laad de pagina opnieuw, dan gaat u verder waar u was.',
    reload: 'Pagina opnieuw laden',
  },
} as const
