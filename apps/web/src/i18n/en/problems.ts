import type { problems as dutch } from '../nl/problems.ts'
import type { Translation } from '../Translation.ts'

export const problems: Translation<typeof dutch> = {
  byReason: {
    'invalid-request': {
      title: 'This is not right yet',
      text: 'Something was not filled in well. What you typed is still there. Check it and try again.',
    },
    'not-signed-in': {
      title: 'You are not in yet',
      text: 'This device does not take part in this session yet. Everything on the board is saved. Open the link or scan the code of your facilitator once more.',
    },
    forbidden: {
      title: 'Only the facilitator may do this',
      text: 'Your link does not allow this. Nothing has changed. Ask your facilitator.',
    },
    'room-not-found': {
      title: 'We cannot find this session',
      text: 'The link is not quite right, or the session no longer exists. Ask your facilitator for the link and open it again.',
    },
    'link-invalid': {
      title: 'This link does not work',
      text: 'The link is not quite right. Perhaps a piece of it got lost. Scan the code again, or ask your facilitator for the link.',
    },
    'link-revoked': {
      title: 'This link was replaced',
      text: 'Your facilitator made a new link, so this one no longer works. Ask for the new link.',
    },
    'too-large': {
      title: 'This is too large',
      text: 'What you send is larger than we accept. Nothing has changed. Try a smaller file.',
    },
    'wrong-format': {
      title: 'We do not know this file',
      text: 'This is not a board of Samenreis. Nothing has changed. Choose a file that you downloaded here before (board.json).',
    },
    conflict: {
      title: 'This is not possible any more',
      text: 'Somebody else was just before you. Nothing is lost. Look at what is there now and try again.',
    },
    'too-many': {
      title: 'Too busy for a moment',
      text: 'Too many requests arrive at once. What is there already is saved. Wait a minute and try again.',
    },
    'room-unavailable': {
      title: 'The session cannot be reached for a moment',
      text: 'It is not your fault. What was there is saved. Wait a little and try again.',
    },
    'not-found': {
      title: 'This is no longer here',
      text: 'What you look for is gone or was moved. The rest is saved. Go back and look again.',
    },
    internal: {
      title: 'Something went wrong on our side',
      text: 'It is not your fault. What was there is saved. Try again in a minute.',
    },
    unreachable: {
      title: 'No connection',
      text: 'We get no answer. What was there is saved. Check your internet connection and try again.',
    },
    'unexpected-answer': {
      title: 'We do not understand this',
      text: 'We got an answer that is not right. What was there is saved. Load the page again.',
    },
  },
  linkMissing: {
    title: 'You are almost there',
    text: 'This address belongs to a session, but the last part of the link is missing. Scan the code, or open the whole link that you were given.',
  },
  pageNotFound: {
    title: 'This page does not exist',
    text: 'The address is not quite right. Nothing is lost. Go to the start, or open the link of your session again.',
  },
  crash: {
    title: 'The screen got stuck',
    text: 'That is our fault. What was on the board is saved. Load the page again and you carry on where you were.',
    reload: 'Load the page again',
  },
}
