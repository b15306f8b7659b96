import type { Translation } from '../Translation.ts'
import type { keep as dutch } from '../nl/keep.ts'

export const keep: Translation<typeof dutch> = {
  title: 'What is kept',
  open: '{{state}}. Open ‘What is kept’.',
  intro: 'Everything on this board is saved by itself, while you work.',
}
