import type { RoomView } from '@samenreis/model/api/rooms'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { mayPass } from '../api/passing.ts'
import { reasonOf, type ProblemReason } from '../api/ProblemError.ts'
import { checkLink, openSession, readRoom } from '../api/rooms.ts'
import { isSecret } from '../link/addressSecret.ts'
import { roomPath, screenPath } from '../share/roomLink.ts'

/** Who made the session a moment ago, on this device; '' = without a name. */
export interface Maker {
  readonly name: string
}

/** What somebody stands at the door with. */
export interface Door {
  readonly roomId: RoomId
  /** Of the link that was opened; '' = none. */
  readonly secret: string
  readonly maker: Maker | null
  /** Whether the address is that of the big screen's view. */
  readonly asScreen: boolean
}

/** Where someone stands at the door of a session. */
export type RoomEntryState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'in'; readonly view: RoomView }
  | { readonly kind: 'joining'; readonly roomId: RoomId; readonly secret: string; readonly maker: Maker | null }
  /** The link is for another address of the session. `isIn` = it has done its work already. */
  | { readonly kind: 'elsewhere'; readonly path: string; readonly isIn: boolean }
  | { readonly kind: 'refused'; readonly reason: ProblemReason | 'link-missing'; readonly mayRetry: boolean }

/**
 * Asks the server whether this device takes part already, and what the link is for. The cookie keeps the highest right that
 * the device ever had; what is shown follows the link that was opened last.
 */
export async function askEntry({ roomId, secret, maker, asScreen }: Door): Promise<RoomEntryState> {
  const hasLink = isSecret(secret)
  if (hasLink && asScreen) return { kind: 'elsewhere', path: roomPath(roomId), isIn: false }
  const joining: RoomEntryState = { kind: 'joining', roomId, secret, maker }
  let view: RoomView
  try {
    view = await readRoom(roomId)
  } catch (error) {
    const reason = reasonOf(error)
    if (reason !== 'not-signed-in') return refusedFor(reason)
    return secret === '' ? { kind: 'refused', reason: 'link-missing', mayRetry: false } : joining
  }
  if (!hasLink) return { kind: 'in', view }
  // A screen is nobody: whoever opens a link on it now is someone new.
  if (view.right === 'screen') return joining
  try {
    const { right } = await checkLink(roomId, secret)
    if (right === 'screen') return { kind: 'elsewhere', path: screenPath(roomId), isIn: true }
    if (view.right === 'facilitator') return { kind: 'in', view }
    // The same person by this link: a facilitator's lifts her right.
    const again = await openSession(roomId, { secret })
    return { kind: 'in', view: { room: again.room, me: again.participant, right: again.right } }
  } catch (error) {
    const reason = reasonOf(error)
    // With a link that no longer holds she stays who she is.
    return mayPass(reason) ? refusedFor(reason) : { kind: 'in', view }
  }
}

function refusedFor(reason: ProblemReason): RoomEntryState {
  return { kind: 'refused', reason, mayRetry: mayPass(reason) }
}
