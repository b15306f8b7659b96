import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { roomPath } from '../share/roomLink.ts'
import { ProblemPage } from './ProblemPage.tsx'
import { useRoomAccess } from './RoomAccess.ts'

/** Shows its children to facilitators. What they may do is decided by the server; this only says so in time. */
export function FacilitatorOnly({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('common')
  const { room, right } = useRoomAccess()
  if (right === 'facilitator') return children
  return <ProblemPage reason="forbidden" elsewhere={{ to: roomPath(room.id), label: t('toBoard') }} />
}
