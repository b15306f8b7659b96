import {
  BadgeCheck,
  FileStack,
  HeartHandshake,
  Layers,
  Link2,
  MessagesSquare,
  Scale,
  Smile,
  Weight,
  type LucideIcon,
} from 'lucide-react'
import { z } from 'zod'

/** The views of "Wat zien we?", in the order of the list: from what people felt to how sure we are. */
export const InsightView = z.enum([
  'feeling',
  'chain',
  'burden',
  'paper',
  'needs',
  'channels',
  'rules',
  'layers',
  'evidence',
])
export type InsightView = z.infer<typeof InsightView>

export const viewIcons: Readonly<Record<InsightView, LucideIcon>> = {
  feeling: Smile,
  chain: Link2,
  burden: Weight,
  paper: FileStack,
  needs: HeartHandshake,
  channels: MessagesSquare,
  rules: Scale,
  layers: Layers,
  evidence: BadgeCheck,
}
