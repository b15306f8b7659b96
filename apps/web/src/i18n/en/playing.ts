import type { Translation } from '../Translation.ts'
import type { playing as dutch } from '../nl/playing.ts'

export const playing: Translation<typeof dutch> = {
  play: 'I play {{name}}',
  playNameless: 'I play this persona',
  stopPlaying: 'Stop playing',
  plays: 'You play {{name}}',
  playsNameless: 'You play a persona',
  stop: 'Stop',
  pin: 'Keep in view',
  unpin: 'No longer keep in view',
  inView: 'In view: {{name}}',
  nameless: 'Persona without a name',
  goTo: 'Go there on the board',
  needs_zero: 'No needs yet',
  needs_one: '{{count}} need',
  needs_other: '{{count}} needs',
}
