import type { Translation } from '../Translation.ts'
import type { lock as dutch } from '../nl/lock.ts'

export const lock: Translation<typeof dutch> = {
  turnedBack: {
    'journey-locked': 'The facilitator locked this journey. Your last change in it was taken back.',
    'leader-only':
      'The facilitator fills in who, when and for which organisation. Your last change there was taken back.',
    'epoch-changed':
      'The board was renewed. The facilitator restored an earlier version, or removed something for good. You can simply go on here.',
  },
  turnedBackWords: {
    'journey-locked':
      'The facilitator locked this journey. Your last change in it was taken back. This is what you wrote:',
    'leader-only':
      'The facilitator fills in who, when and for which organisation. Your last change there was taken back. This is what you wrote:',
    'epoch-changed':
      'The board was renewed. The facilitator restored an earlier version, or removed something for good. You had just written this, and it is not on the board:',
  },
  copy: 'Copy the text',
}
