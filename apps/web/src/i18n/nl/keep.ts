/** Texts about what is kept of a session: earlier versions, how long, where. */
export const keep = {
  title: 'Bewaren',
  open: '{{state}}. Open ‘Bewaren’.',
  intro: 'Alles op dit bord wordt vanzelf bewaard, terwijl u werkt.',
} as const
