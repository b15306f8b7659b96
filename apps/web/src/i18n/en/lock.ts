import type { Translation } from '../Translation.ts'
import type { lock as dutch } from '../nl/lock.ts'

export const lock: Translation<typeof dutch> = {
  turnedBack: {
    'journey-locked': 'The facilitator locked this journey. Your last change in it was taken back.',
    'leader-only':
      'The facilitator fills in who, when and for which organisation. Your last change there was taken back.',
    'epoch-changed':
      'The board was renewed. The facilitator restored an earlier version, or removed something for good. You can simply go on here.',
    'invalid-content': 'Your last change does not fit on the board. It was taken back. You can carry on here.',
    'frame-too-large': 'Your last change is too large for the board. It was taken back. You can carry on here.',
    'full-board': 'The board is full. Your last change could not be added. You can still take things away.',
    forbidden: 'You are looking on now and cannot change anything any more. Your last change was not saved.',
    resync: 'The board was loaded again. Your last change was not saved.',
    malformed: 'Your last change does not fit on the board. It was taken back. You can carry on here.',
  },
  turnedBackWords: {
    'journey-locked':
      'The facilitator locked this journey. Your last change in it was taken back. This is what you wrote:',
    'leader-only':
      'The facilitator fills in who, when and for which organisation. Your last change there was taken back. This is what you wrote:',
    'epoch-changed':
      'The board was renewed. The facilitator restored an earlier version, or removed something for good. You had just written this, and it is not on the board:',
    'invalid-content': 'Your last change does not fit on the board. It was taken back. This is what you wrote:',
    'frame-too-large': 'Your last change is too large for the board. It was taken back. This is what you wrote:',
    'full-board': 'The board is full. Your last change could not be added. This is what you wrote:',
    forbidden: 'You are looking on now and cannot change anything any more. You just wrote this and it was not saved:',
    resync: 'The board was loaded again. You just wrote this and it was not saved:',
    malformed: 'Your last change does not fit on the board. It was taken back. This is what you wrote:',
  },
  copy: 'Copy the text',
}
