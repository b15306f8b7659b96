/** Words around a persona that somebody plays, or keeps in view. */
export const playing = {
  play: 'Ik speel {{name}}',
  playNameless: 'Ik speel deze persona',
  stopPlaying: 'Stop met spelen',
  plays: 'U speelt {{name}}',
  playsNameless: 'U speelt een persona',
  stop: 'Stoppen',
  pin: 'Houd in beeld',
  unpin: 'Niet meer in beeld',
  inView: 'In beeld: {{name}}',
  nameless: 'Persona zonder naam',
  goTo: 'Ga ernaartoe op het bord',
  needs_zero: 'Nog geen behoeften',
  needs_one: '{{count}} behoefte',
  needs_other: '{{count}} behoeften',
} as const
