import type { Translation } from '../Translation.ts'
import type { keep as dutch } from '../nl/keep.ts'

export const keep: Translation<typeof dutch> = {
  title: 'What is kept',
  open: '{{state}}. Open ‘What is kept’.',
  intro: 'Everything on this board is saved by itself, while you work.',
  until: {
    title: 'Kept up to and including {{date}}',
    byItself:
      'After that we erase everything of this session. While you use the session this day moves: always 30 days after the last use.',
    chosen: 'After that we erase everything of this session. A facilitator chose this day.',
    soon_zero: 'Today is the last day',
    soon_one: '1 day left',
    soon_other: '{{count}} days left',
    soonText: 'Download the actions and the board, or choose a later day.',
    choose: 'Choose another day',
    latest: '{{date}} at the latest: a year after the start.',
    set: 'Keep until this day',
    failed: 'That is not possible. Choose a day from today, within a year of the start.',
    notice_zero:
      'Today is the last day of this session. After that everything is erased. Choose a later day under ‘What is kept’.',
    notice_one: 'This session will be erased in 1 day. Choose a later day under ‘What is kept’.',
    notice_other: 'This session will be erased in {{count}} days. Choose a later day under ‘What is kept’.',
    noticeLast:
      'This session will be erased within a day. Download the actions and the board, or choose a later day under ‘What is kept’.',
  },
  people: {
    title: 'Erase what someone brought in',
    text: 'Does someone no longer want to be on this board? Here you erase everything of that person.',
    none: 'There is nobody else in this session yet.',
    act: 'Erase',
    sureTitle: 'Erase everything of {{name}}?',
    sureText:
      'What goes: the cards, words and votes of this person, and the name. Kept versions that may hold something of this person go as well. The board is made anew: everyone sees it load for a moment. This cannot be undone.',
    sure: 'Erase everything of this person',
  },
  session: {
    title: 'Erase the session',
    text: 'Everything of this session goes: the board, the actions, the people and the links. For everyone, and for good.',
    act: 'Erase the session',
    sureTitle: 'Erase this session for good?',
    sureText: 'First download what you want to keep. Erasing cannot be undone.',
    type: 'To confirm, type the name of the session: {{title}}',
    sure: 'Erase the session',
  },
  copies: {
    title: 'On one’s own device',
    text: 'When the connection is lost, new work exists only in the open tab. With a copy on one’s own device it survives a crash too. Do not turn this on when people work on a shared device.',
    allow: 'People may keep a copy on their own device',
    failed: 'This was not changed. Please try again.',
  },
  ownDevice: {
    question:
      'If the connection is lost, your latest work can stay on this device until you are back. Do this only on a device of your own.',
    yes: 'Yes, this is my device',
    no: 'No',
  },
  aftermath: {
    restored_one: 'Your work of {{time}} is back: {{count}} change that was not saved yet.',
    restored_other: 'Your work of {{time}} is back: {{count}} changes that were not saved yet.',
    gone_one: 'Your work since {{time}} is gone: {{count}} change that was not saved yet.',
    gone_other: 'Your work since {{time}} is gone: {{count}} changes that were not saved yet.',
  },
}
