import type { poster as dutch } from '../nl/poster.ts'
import type { Translation } from '../Translation.ts'

export const poster: Translation<typeof dutch> = {
  open: 'Poster to print',
  opensAnew: '(opens a new window)',
  title: 'Poster of {{name}}',
  nameless: 'Persona without a name',
  print: 'Print',
  gone: 'This persona is no longer on the board.',
  goneText: 'Go to the board and choose another persona.',
  contact: 'How I like contact',
  motive: 'Because',
  expectation: 'What I expect then',
  wishes: 'How to talk well with me',
  status: 'State',
  madeWithNobody: 'Not made together with people yet',
  invented: '{{name}} is invented, and like real people.',
  hint: {
    drivers: 'What matters to this person?',
    insecurities: 'What does this person worry about?',
    dreams: 'What does this person hope for?',
    contact: 'How does this person like contact, and why?',
    needs: 'What does this person need? Hang a need here.',
  },
}
