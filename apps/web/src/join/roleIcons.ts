import {
  BriefcaseBusiness,
  Building2,
  Eye,
  HandHeart,
  House,
  Lightbulb,
  Link2,
  MessagesSquare,
  ScrollText,
  type LucideIcon,
} from 'lucide-react'
import type { ParticipantRole } from './joinSteps.ts'

/** A picture beside each word: nobody has to read to choose. */
export const roleIcons: Readonly<Record<ParticipantRole, LucideIcon>> = {
  client: House,
  informal_carer: HandHeart,
  expert_by_experience: Lightbulb,
  council_member: MessagesSquare,
  professional: BriefcaseBusiness,
  partner: Link2,
  employer: Building2,
  policy: ScrollText,
  observer: Eye,
}
