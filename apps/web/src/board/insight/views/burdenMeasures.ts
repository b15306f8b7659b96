import {
  ArrowRightLeft,
  Footprints,
  Hourglass,
  Mail,
  MessageSquareQuote,
  PenLine,
  UserRoundPlus,
  type LucideIcon,
} from 'lucide-react'
import type { Burden, BurdenMeasure } from '@samenreis/model/journey/views/burden'

/** The measures of a burden as they stand under each other, with their drawings. */
export const burdenMeasures: readonly { readonly measure: BurdenMeasure; readonly icon: LucideIcon }[] = [
  { measure: 'steps', icon: Footprints },
  { measure: 'waiting', icon: Hourglass },
  { measure: 'letters', icon: Mail },
  { measure: 'forms', icon: PenLine },
  { measure: 'toldAgain', icon: MessageSquareQuote },
  { measure: 'newContacts', icon: UserRoundPlus },
  { measure: 'handovers', icon: ArrowRightLeft },
]

/** One number of a burden: days for the waiting, steps for anything else. */
export function amountOf(burden: Burden, measure: BurdenMeasure): number {
  return measure === 'waiting' ? burden.waiting.days : burden[measure].count
}
