/** Texts about what did not come onto the board: it was for who leads, a journey was locked, or the board was made anew. */
export const lock = {
  turnedBack: {
    'journey-locked': 'De begeleider heeft deze reis vastgezet. Uw laatste verandering in deze reis is teruggedraaid.',
    'leader-only':
      'Wie, wanneer en voor welke organisatie vult de begeleider in. Uw laatste verandering daarin is teruggedraaid.',
    'epoch-changed':
      'Het bord is vernieuwd. De begeleider heeft een eerdere versie teruggezet, of iets voorgoed weggehaald. U kunt hier gewoon verder.',
  },
  /** With what the person wrote, below it. */
  turnedBackWords: {
    'journey-locked':
      'De begeleider heeft deze reis vastgezet. Uw laatste verandering in deze reis is teruggedraaid. Dit schreef u:',
    'leader-only':
      'Wie, wanneer en voor welke organisatie vult de begeleider in. Uw laatste verandering daarin is teruggedraaid. Dit schreef u:',
    'epoch-changed':
      'Het bord is vernieuwd. De begeleider heeft een eerdere versie teruggezet, of iets voorgoed weggehaald. Dit had u net geschreven en staat er niet op:',
  },
  copy: 'Tekst kopiëren',
} as const
