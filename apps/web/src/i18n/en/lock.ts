import type { Translation } from '../Translation.ts'
import type { lock as dutch } from '../nl/lock.ts'

export const lock: Translation<typeof dutch> = {
  turnedBack: 'The facilitator locked this journey. Your last change in it was taken back.',
  turnedBackWords:
    'The facilitator locked this journey. Your last change in it was taken back. This is what you wrote:',
  madeAnew:
    'The board was renewed. The facilitator restored an earlier version, or removed something for good. You can simply go on here.',
  madeAnewWords:
    'The board was renewed. The facilitator restored an earlier version, or removed something for good. You had just written this, and it is not on the board:',
  copy: 'Copy the text',
}
