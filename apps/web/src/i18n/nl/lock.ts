/** Texts about what did not come onto the board: a journey was locked, or the board was made anew. */
export const lock = {
  turnedBack: 'De begeleider heeft deze reis vastgezet. Uw laatste verandering in deze reis is teruggedraaid.',
  turnedBackWords:
    'De begeleider heeft deze reis vastgezet. Uw laatste verandering in deze reis is teruggedraaid. Dit schreef u:',
  madeAnew:
    'Het bord is vernieuwd. De begeleider heeft een eerdere versie teruggezet, of iets voorgoed weggehaald. U kunt hier gewoon verder.',
  madeAnewWords:
    'Het bord is vernieuwd. De begeleider heeft een eerdere versie teruggezet, of iets voorgoed weggehaald. Dit had u net geschreven en staat er niet op:',
  copy: 'Tekst kopiëren',
} as const
