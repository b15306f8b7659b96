/** Words of a persona as a poster: on the board, and as a page to print. */
export const poster = {
  open: 'Poster om te printen',
  opensAnew: '(opent een nieuw venster)',
  title: 'Poster van {{name}}',
  nameless: 'Persona zonder naam',
  print: 'Printen',
  gone: 'Deze persona staat niet meer op het bord.',
  goneText: 'Ga naar het bord en kies een andere persona.',
  contact: 'Zo heb ik graag contact',
  motive: 'Daarom',
  expectation: 'Dat verwacht ik dan',
  wishes: 'Zo praat u goed met mij',
  status: 'Stand',
  madeWithNobody: 'Nog niet samen met mensen gemaakt',
  invented: '{{name}} is verzonnen, en lijkt op echte mensen.',
  hint: {
    drivers: 'Wat is belangrijk voor deze persoon?',
    insecurities: 'Waar maakt deze persoon zich zorgen over?',
    dreams: 'Wat hoopt deze persoon?',
    contact: 'Hoe heeft deze persoon graag contact, en waarom?',
    needs: 'Wat heeft deze persoon nodig? Hang hier een behoefte aan.',
  },
} as const
