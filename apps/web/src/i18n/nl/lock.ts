/** Texts about journeys that only the facilitator may change. */
export const lock = {
  turnedBack: 'De begeleider heeft deze reis vastgezet. Uw laatste verandering in deze reis is teruggedraaid.',
  turnedBackWords:
    'De begeleider heeft deze reis vastgezet. Uw laatste verandering in deze reis is teruggedraaid. Dit schreef u:',
  copy: 'Tekst kopiëren',
} as const
