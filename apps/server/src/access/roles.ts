import type { LinkRight } from '@samenreis/model/api/rooms'
import type { Role } from '@samenreis/model/records/enumerations'

/** Higher lets one do more. */
const ranks: Readonly<Record<LinkRight, number>> = { screen: 0, participant: 1, facilitator: 2 }

/** Whether `a` lets one do more than `b`. */
export function isHigher(a: LinkRight, b: LinkRight): boolean {
  return ranks[a] > ranks[b]
}

/**
 * Who comes in by a link without saying who he is. A participant is taken for a resident: then the rules that protect
 * residents hold for him too.
 */
export const roleWithout: Readonly<Record<LinkRight, Role>> = {
  facilitator: 'facilitator',
  participant: 'client',
  screen: 'screen',
}

/** Whether someone who came in by such a link may be this. */
export function fits(role: Role, right: LinkRight): boolean {
  if (role === 'screen') return right === 'screen'
  if (role === 'facilitator' || role === 'co_facilitator') return right === 'facilitator'
  return right !== 'screen'
}

/** Screens and observers look; everyone else edits. */
export function mayEdit(role: Role, right: LinkRight): boolean {
  return right !== 'screen' && role !== 'screen' && role !== 'observer'
}
