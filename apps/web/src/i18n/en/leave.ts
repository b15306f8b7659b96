import type { Translation } from '../Translation.ts'
import type { leave as dutch } from '../nl/leave.ts'

export const leave: Translation<typeof dutch> = {
  leave: {
    act: 'Leave and clear this device',
    title: 'Leave on this device?',
    text: 'Nothing of this session stays on this device. What you put on the board stays there. You can come back with your invitation.',
    unsaved: 'Mind: your last work is not saved yet. You lose it now.',
    sure: 'Leave and clear',
  },
  erase: {
    act: 'Erase what I brought in',
    title: 'Erase everything of yours?',
    text: 'Your cards, your words, your votes and your name go from the board. What others wrote about you stays: ask the facilitator about that. This cannot be undone. You will have left after it.',
    sure: 'Erase everything of mine',
  },
  count: {
    cards_one: '1 card or drawing goes.',
    cards_other: '{{count}} cards and drawings go.',
    texts_one: 'Words go from 1 card that stays.',
    texts_other: 'Words go from {{count}} cards that stay.',
    votes_one: '1 vote goes.',
    votes_other: '{{count}} votes go.',
  },
  cancel: 'Do not',
  failed: 'This did not work',
  done: {
    left: { title: 'You have left', text: 'Nothing of the session is on this device any more.' },
    erased: {
      title: 'What you brought in is erased',
      text: 'You have left. Nothing of the session is on this device any more.',
    },
    roomErased: {
      title: 'The session is erased',
      text: 'The board, the actions and the links are gone, for everyone.',
    },
  },
}
