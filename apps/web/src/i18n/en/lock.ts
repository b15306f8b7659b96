import type { Translation } from '../Translation.ts'
import type { lock as dutch } from '../nl/lock.ts'

export const lock: Translation<typeof dutch> = {
  turnedBack: 'The facilitator locked this journey. Your last change in it was taken back.',
  turnedBackWords:
    'The facilitator locked this journey. Your last change in it was taken back. This is what you wrote:',
  copy: 'Copy the text',
}
