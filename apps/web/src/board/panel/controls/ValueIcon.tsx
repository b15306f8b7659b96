import type { LucideIcon } from 'lucide-react'
import {
  actorKindIcons,
  basisIcons,
  cardKindIcons,
  channelIcons,
  layerIcons,
  requiredByIcons,
  verdictIcons,
} from '../../../shapes/look/icons.ts'
import { journeyKindIcons } from '../../../shapes/journey/journeyKindIcons.ts'
import type { WordList } from '../FieldDefinition.ts'

/** Drawings of the lists that have them, by value. */
const drawings: Readonly<Partial<Record<WordList, Readonly<Record<string, LucideIcon>>>>> = {
  channel: channelIcons,
  basis: basisIcons,
  cardKind: cardKindIcons,
  actorKind: actorKindIcons,
  journeyKind: journeyKindIcons,
  layer: layerIcons,
  verdict: verdictIcons,
  requiredBy: requiredByIcons,
}

interface Props {
  readonly words: WordList
  readonly value: string | number
}

/** The icon beside a word; nothing for lists without drawings. */
export function ValueIcon({ words, value }: Props) {
  const Icon = drawings[words]?.[value]
  return Icon === undefined ? null : <Icon size={18} strokeWidth={2} aria-hidden="true" />
}
