import { BriefcaseBusiness, FileText, Star, UserRound, UsersRound, type LucideIcon } from 'lucide-react'
import type { JourneyKind } from '@samenreis/model/records/enumerations'

/** The drawing of each kind of journey; its word stands beside it, its colour and edge are in journey.css. */
export const journeyKindIcons: Readonly<Record<JourneyKind, LucideIcon>> = {
  shadow: FileText,
  individual: UserRound,
  joint: UsersRound,
  ideal: Star,
  employee: BriefcaseBusiness,
}
