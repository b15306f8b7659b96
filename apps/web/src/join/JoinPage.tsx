import { useEffect, useState } from 'react'
import type { RoomView } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { LoadingBones } from '../app/LoadingBones.tsx'
import { ProblemPage } from '../app/ProblemPage.tsx'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { mayPass } from '../api/passing.ts'
import { FacilitatorWelcome } from './FacilitatorWelcome.tsx'
import { JoinSteps } from './JoinSteps.tsx'
import { tryLink } from './tryLink.ts'

interface Props {
  readonly roomId: RoomId
  readonly secret: string
  /** She made the session a moment ago, and said her name then ('' = skipped). */
  readonly maker: { readonly name: string } | null
  readonly onJoined: (view: RoomView) => void
}

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'participant'; readonly session: string }
  | { readonly kind: 'facilitator'; readonly view: RoomView }
  | { readonly kind: 'refused'; readonly reason: ProblemReason }

/** The link says who comes: a screen and the maker go straight in, a facilitator may say her name, others take three taps. */
export function JoinPage({ roomId, secret, maker, onJoined }: Props) {
  const [state, setState] = useState<State>({ kind: 'asking' })
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    let left = false
    tryLink(roomId, secret, maker).then(
      (tried) => {
        if (left) return
        if (tried.kind === 'participant') setState({ kind: 'participant', session: tried.room.title })
        else if (tried.view.right === 'facilitator' && maker === null)
          setState({ kind: 'facilitator', view: tried.view })
        else onJoined(tried.view)
      },
      (error: unknown) => {
        if (!left) setState({ kind: 'refused', reason: reasonOf(error) })
      },
    )
    return () => {
      left = true
    }
  }, [roomId, secret, maker, attempt, onJoined])

  switch (state.kind) {
    case 'asking':
      return <LoadingBones />
    case 'participant':
      return <JoinSteps session={state.session} roomId={roomId} secret={secret} onJoined={onJoined} />
    case 'facilitator':
      return <FacilitatorWelcome secret={secret} view={state.view} onJoined={onJoined} />
    case 'refused':
      return (
        <ProblemPage
          reason={state.reason}
          {...(mayPass(state.reason)
            ? {
                onRetry: () => {
                  setState({ kind: 'asking' })
                  setAttempt((count) => count + 1)
                },
              }
            : {})}
        />
      )
  }
}
