import type { home as dutch } from '../nl/home.ts'
import type { Translation } from '../Translation.ts'

export const home: Translation<typeof dutch> = {
  title: 'Together on the way to better help',
  lead: 'Samenreis is a board on which residents, professionals and policy makers look at the journey of a resident together, and agree who improves what, and when.',
  picture: 'Drawing: a road from house to house, with a face at every step',
  create: {
    title: 'New session',
    name: 'Name of the session',
    nameMissing: 'Give the session a name. Then people know what they take part in.',
    question: 'Question on the table',
    questionHint: 'May stay empty. Everyone sees this question above the board.',
    language: 'Language of the board',
    own: 'Your name as facilitator',
    ownHint: 'You may skip this.',
    go: 'Make the session',
    busy: 'Making it',
  },
  mine: {
    title: 'My sessions',
    hint: 'Made on this device.',
    empty: 'The sessions that you make on this device come here.',
    madeOn: 'Made on {{date}}',
    open: 'Open',
    forget: 'Forget',
    forgetTitle: 'Forget this session here?',
    forgetText:
      '“{{title}}” goes on existing, and the others can carry on. Only the links are no longer on this device. Did you keep your own link? Without it you cannot come in as facilitator any more.',
    forgetSure: 'Forget on this device',
    keep: 'Leave it',
  },
}
