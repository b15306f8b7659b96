import { useEffect } from 'react'
import { Navigate, Outlet } from 'react-router'
import { RoomAccessContext } from './RoomAccess.ts'
import { LoadingBones } from './LoadingBones.tsx'
import { ProblemPage } from './ProblemPage.tsx'
import { useRoomEntry } from './useRoomEntry.ts'
import { JoinPage } from '../join/JoinPage.tsx'

/** The door of a session: who takes part already goes straight in, who has a link may join, and others are told why not. */
export function RoomGate() {
  const entry = useRoomEntry()
  useEffect(() => {
    // The browser may bring back a page as it stood when it was left: who left a session sees nothing of it again (reliability.md F89).
    const handleShow = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) window.location.reload()
    }
    window.addEventListener('pageshow', handleShow)
    return () => window.removeEventListener('pageshow', handleShow)
  }, [])
  switch (entry.state.kind) {
    case 'asking':
      return <LoadingBones />
    case 'elsewhere':
      return (
        <>
          <Navigate to={entry.state.path} replace />
          <LoadingBones />
        </>
      )
    case 'in':
      return (
        <RoomAccessContext value={entry.access}>
          <Outlet />
        </RoomAccessContext>
      )
    case 'joining':
      return (
        <JoinPage
          roomId={entry.state.roomId}
          secret={entry.state.secret}
          maker={entry.state.maker}
          onJoined={entry.enter}
        />
      )
    case 'refused':
      return <ProblemPage reason={entry.state.reason} {...(entry.state.mayRetry ? { onRetry: entry.askAgain } : {})} />
  }
}
