import type { TFunction } from 'i18next'
import { i18n } from '../../i18n/i18n.ts'

/** Words of what stands on the board, by key of i18n/nl/kinds.ts. */
export type KindWords = TFunction<'kinds'>

/** The words in the language of this moment, for code that React does not render. */
export function kindWords(): KindWords {
  return i18n.getFixedT(null, 'kinds')
}
