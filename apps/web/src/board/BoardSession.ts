import type { Participant } from '@samenreis/model/api/participant'
import type { Room } from '@samenreis/model/api/rooms'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { Role } from '@samenreis/model/records/enumerations'
import { createContext, useContext } from 'react'
import type { RoomConnection } from '../sync/RoomConnection.ts'

/** What every part of the board may ask: which session, who am I in it, and the connection it lives on. */
export interface BoardSession {
  readonly room: Room
  readonly me: { readonly id: ParticipantId; readonly name: string; readonly role: Role }
  readonly connection: RoomConnection
  /** Whether this person's edits are accepted. false for observers and the big screen. */
  readonly mayEdit: boolean
  readonly isFacilitator: boolean
}

export const BoardSessionContext = createContext<BoardSession | null>(null)

/** @throws when used outside the board. */
export function useBoardSession(): BoardSession {
  const session = useContext(BoardSessionContext)
  if (session === null) throw new Error('useBoardSession outside the board')
  return session
}

/** Roles that look on: they see the board without tools. The server refuses their edits whatever is shown. */
export function looksOn(role: Role): boolean {
  return role === 'screen' || role === 'observer'
}

export function isFacilitator(role: Role): boolean {
  return role === 'facilitator' || role === 'co_facilitator'
}

/** The name that the roster has for a participant, or null when she is not in it (any more). */
export function nameIn(roster: readonly Participant[], id: unknown): string | null {
  return roster.find((each) => each.id === id)?.name ?? null
}
