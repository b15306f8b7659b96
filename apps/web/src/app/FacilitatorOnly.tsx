import type { ReactNode } from 'react'
import { ProblemPage } from './ProblemPage.tsx'
import { useRoomAccess } from './RoomAccess.ts'

/** Shows its children to facilitators. What they may do is decided by the server; this only says so in time. */
export function FacilitatorOnly({ children }: { readonly children: ReactNode }) {
  return useRoomAccess().right === 'facilitator' ? children : <ProblemPage reason="forbidden" />
}
