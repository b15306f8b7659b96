import { Contact } from 'lucide-react'
import type { DomainProps } from '../../canvas/shapeProps.ts'
import type { CardPill } from '../cardFrame/CardPills.tsx'
import type { KindWords } from '../look/words.ts'

/** The function that one asks for; never a person. */
export function actorPills({ contactRole }: DomainProps<'actor'>, _words: KindWords): CardPill[] {
  return contactRole === '' ? [] : [{ key: 'contact', word: contactRole, icon: Contact }]
}

/** What sort of organisation or group it is. */
export function actorHead({ kind }: DomainProps<'actor'>, words: KindWords): string {
  return kind === 'other' ? words('shape.actor') : words(`actorKind.${kind}`)
}
