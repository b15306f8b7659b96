/** Texts about what did not come onto the board, one for each reason. */
export const lock = {
  turnedBack: {
    'journey-locked': 'De begeleider heeft deze reis vastgezet. Uw laatste verandering in deze reis is teruggedraaid.',
    'leader-only':
      'Wie, wanneer en voor welke organisatie vult de begeleider in. Uw laatste verandering daarin is teruggedraaid.',
    'epoch-changed':
      'Het bord is vernieuwd. De begeleider heeft een eerdere versie teruggezet, of iets voorgoed weggehaald. U kunt hier gewoon verder.',
    'invalid-content': 'Uw laatste verandering past niet op het bord. Die is teruggedraaid. U kunt hier gewoon verder.',
    'frame-too-large':
      'Uw laatste verandering is te groot voor het bord. Die is teruggedraaid. U kunt hier gewoon verder.',
    'full-board': 'Het bord is vol. Uw laatste verandering kon er niet meer bij. Weghalen kan nog wel.',
    forbidden: 'U kijkt nu mee en kunt niets meer veranderen. Uw laatste verandering is niet bewaard.',
    resync: 'Het bord is opnieuw geladen. Uw laatste verandering is niet bewaard.',
    malformed: 'Uw laatste verandering past niet op het bord. Die is teruggedraaid. U kunt hier gewoon verder.',
  },
  /** With what the person wrote, below it. */
  turnedBackWords: {
    'journey-locked':
      'De begeleider heeft deze reis vastgezet. Uw laatste verandering in deze reis is teruggedraaid. Dit schreef u:',
    'leader-only':
      'Wie, wanneer en voor welke organisatie vult de begeleider in. Uw laatste verandering daarin is teruggedraaid. Dit schreef u:',
    'epoch-changed':
      'Het bord is vernieuwd. De begeleider heeft een eerdere versie teruggezet, of iets voorgoed weggehaald. Dit had u net geschreven en staat er niet op:',
    'invalid-content': 'Uw laatste verandering past niet op het bord. Die is teruggedraaid. Dit schreef u:',
    'frame-too-large': 'Uw laatste verandering is te groot voor het bord. Die is teruggedraaid. Dit schreef u:',
    'full-board': 'Het bord is vol. Uw laatste verandering kon er niet meer bij. Dit schreef u:',
    forbidden: 'U kijkt nu mee en kunt niets meer veranderen. Dit schreef u net en is niet bewaard:',
    resync: 'Het bord is opnieuw geladen. Dit schreef u net en is niet bewaard:',
    malformed: 'Uw laatste verandering past niet op het bord. Die is teruggedraaid. Dit schreef u:',
  },
  copy: 'Tekst kopiëren',
} as const
