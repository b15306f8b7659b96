import type { Participant } from '@samenreis/model/api/participant'
import { voteGroupOfRole } from '@samenreis/model/records/enumerations'

/** Most people offered as buttons; others can be typed. */
const OFFERED_OWNERS = 8

/** Who of the session may be asked: staff and policy first, residents last, nobody who only looks on. */
export function possibleOwners(roster: readonly Participant[]): Participant[] {
  const order = ['professional', 'policy', 'other', 'client'] as const
  const place = (each: Participant): number => order.indexOf(voteGroupOfRole[each.role])
  return roster
    .filter((each) => each.role !== 'screen' && each.role !== 'observer')
    .toSorted((a, b) => place(a) - place(b) || a.name.localeCompare(b.name))
    .slice(0, OFFERED_OWNERS)
}

/** The one participant with exactly this name, capitals aside; null for nobody and for two of the same name. */
export function participantNamed(roster: readonly Participant[], name: string): Participant | null {
  const wanted = name.trim().toLowerCase()
  if (wanted === '') return null
  const [found, second] = roster.filter((each) => each.role !== 'screen' && each.name.toLowerCase() === wanted)
  return found !== undefined && second === undefined ? found : null
}
