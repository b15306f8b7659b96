import { NAME_MAX_LENGTH, type GuestAvatar } from '@samenreis/model/api/participant'
import type { NewSession } from '@samenreis/model/api/rooms'
import type { Role } from '@samenreis/model/records/enumerations'
import type { ProblemReason } from '../api/ProblemError.ts'

/** Who one may be by a participant's link, in the order on screen: residents first (facilitation.md). */
export const participantRoles = [
  'client',
  'informal_carer',
  'expert_by_experience',
  'council_member',
  'professional',
  'partner',
  'employer',
  'policy',
  'observer',
] as const satisfies readonly Role[]
export type ParticipantRole = (typeof participantRoles)[number]

/** What was said so far; it stays when one goes back. */
export interface Answers {
  readonly avatar: GuestAvatar | null
  readonly name: string
  readonly role: ParticipantRole | null
}

/** Where someone is on the way in. */
export type JoinState = Answers &
  (
    | { readonly step: 'picture' | 'name' }
    | { readonly step: 'role'; readonly problem: ProblemReason | null }
    /** The server was asked; one more tap does nothing. */
    | { readonly step: 'entering' }
  )

export type JoinEvent =
  | { readonly kind: 'picture'; readonly avatar: GuestAvatar }
  | { readonly kind: 'typed'; readonly name: string }
  | { readonly kind: 'named' }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'role'; readonly role: ParticipantRole }
  | { readonly kind: 'failed'; readonly reason: ProblemReason }
  | { readonly kind: 'back' }

export const atTheDoor: JoinState = { step: 'picture', avatar: null, name: '', role: null }

/** Three taps: picture, name or skip, role. What does not belong to the step at hand changes nothing. */
export function nextJoin(state: JoinState, event: JoinEvent): JoinState {
  const { avatar, name, role } = state
  const answers: Answers = { avatar, name, role }
  switch (event.kind) {
    case 'picture':
      return state.step === 'picture' ? { ...answers, avatar: event.avatar, step: 'name' } : state
    case 'typed':
      return state.step === 'name' ? { ...answers, name: event.name.slice(0, NAME_MAX_LENGTH), step: 'name' } : state
    case 'named':
      return state.step === 'name' ? { ...answers, name: name.trim(), step: 'role', problem: null } : state
    case 'skipped':
      return state.step === 'name' ? { ...answers, name: '', step: 'role', problem: null } : state
    case 'role':
      return state.step === 'role' ? { ...answers, role: event.role, step: 'entering' } : state
    case 'failed':
      return state.step === 'entering' ? { ...answers, step: 'role', problem: event.reason } : state
    case 'back':
      if (state.step === 'role') return { ...answers, step: 'name' }
      return state.step === 'name' ? { ...answers, step: 'picture' } : state
  }
}

/** What the server is asked; without a name it invents a friendly one. */
export function sessionOf({ avatar, name, role }: Answers, secret: string): NewSession {
  return {
    secret,
    ...(name === '' ? {} : { name }),
    ...(avatar === null ? {} : { avatar }),
    ...(role === null ? {} : { role }),
  }
}
