import type { ParticipantId } from '../ids/participantId.ts'
import { voteGroupOfRole } from '../records/enumerations.ts'
import type { Candidate } from './Candidate.ts'
import type { Attendee, ImprovementAction, Warning } from './improvementAction.ts'
import { namesSeveral } from './ownerNames.ts'
import { collapsed } from '../journey/label.ts'

export interface Owner {
  readonly owner: ImprovementAction['owner']
  /** Exactly one person or function is named. */
  readonly isKnown: boolean
  readonly warnings: readonly Warning[]
}

/**
 * Who does it (actions.md D2 `owner`): the field only. Nobody is guessed from who typed the card (D5.12), two names are no
 * owner yet (D5.10), and somebody who withdrew or left is none any more (D5.13).
 *
 * @param organisationNames names of the actors on the board: an `en` inside one does not part two people
 */
export function readOwner(
  { owner: typed, ownerParticipantId }: Candidate,
  attendees: ReadonlyMap<ParticipantId, Attendee>,
  organisationNames: readonly string[],
): Owner {
  const attendee = ownerParticipantId === null ? undefined : attendees.get(ownerParticipantId)
  if (attendee?.gone === true) {
    return { owner: null, isKnown: false, warnings: [{ code: 'OWNER_GONE', refs: [attendee.id] }] }
  }
  const name = collapsed(typed) || collapsed(attendee?.name ?? '')
  if (name === '') {
    // Whom the card names is in no list of this room, and left no words behind.
    const warnings: Warning[] = ownerParticipantId === null ? [] : [{ code: 'OWNER_GONE', refs: [ownerParticipantId] }]
    return { owner: null, isKnown: false, warnings }
  }
  const warnings: Warning[] = []
  const isOneName = attendee !== undefined && collapsed(attendee.name) === name
  const isSeveral = !isOneName && namesSeveral(typed, organisationNames)
  if (isSeveral) warnings.push({ code: 'OWNER_MULTIPLE', refs: [] })
  if (attendee !== undefined && voteGroupOfRole[attendee.role] === 'client') {
    warnings.push({ code: 'OWNER_IS_CLIENT', refs: [attendee.id] })
  }
  return { owner: { name, participantId: attendee?.id ?? null }, isKnown: !isSeveral, warnings }
}
