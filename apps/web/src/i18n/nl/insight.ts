/** Texts of "Wat zien we?": what the board tells by itself. */
export const insight = {
  title: 'Wat zien we?',
  close: 'Sluiten',
  back: 'Alles',
  return: 'Terug naar Wat zien we?',
  lead: 'Dit vertelt het bord vanzelf. Kies waar u naar wilt kijken.',
  untitled: 'Zonder tekst',
  notAsked: 'niet gevraagd',
  view: {
    feeling: { name: 'Gevoel', question: 'Waar dachten wij dat het goed ging?' },
    chain: { name: 'Keten', question: 'Wie doet wat, en waar raakt het verhaal kwijt?' },
    burden: { name: 'Last', question: 'Hoeveel brieven, formulieren en dagen?' },
    paper: { name: 'Papier en praktijk', question: 'Wat gaat anders dan op papier?' },
    needs: { name: 'Behoeften en ideeën', question: 'Wat sloegen we over?' },
    channels: { name: 'Manier van contact', question: 'Waar wil iemand het liever anders?' },
    rules: { name: 'Regels', question: 'Welke regel knelt voor wie?' },
    layers: { name: 'Lagen', question: 'Waar heeft nog niemand naar gekeken?' },
    evidence: { name: 'Hoe weten we dit?', question: 'Hoeveel is zelf meegemaakt?' },
  },
  journey: {
    which: 'Welke reis?',
    numbered: '{{name}} {{number}}',
  },
  noJourney: {
    title: 'Er is nog geen reis',
    text: 'Zet eerst een reis op het bord. Dan vertelt het bord hier wat het ziet.',
  },
  column: {
    step: 'Stap',
    client: 'Inwoner',
    staff: 'Wij dachten',
    gap: 'Verschil',
  },
  feeling: {
    empty: {
      title: 'Er zijn nog geen twee lijnen om naast elkaar te leggen',
      text: 'Nodig zijn een gevoelslijn van de inwoner en een van een medewerker. Laat medewerkers eerst raden wat de inwoner voelde.',
    },
    gaps: {
      title: 'De grootste verschillen',
      lead: 'Hier zat het gevoel van de inwoner het verst van wat wij dachten.',
      none: 'Bij elke stap dachten wij hetzelfde als de inwoner.',
    },
    client: 'Inwoner: {{feeling}} ({{number}})',
    staff: 'Wij dachten: {{feeling}} ({{number}})',
    gap: 'verschil',
    lower: {
      title: 'Hier was het beter dan wij dachten',
      lead: 'Wat ging hier goed? Vraag het de inwoner.',
    },
    all: {
      title: 'Alle stappen',
      caption: 'Gevoel van de inwoner en wat medewerkers dachten, per stap, het grootste verschil eerst',
    },
  },
} as const
