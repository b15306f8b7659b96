import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { isForLeaders, type ResetReason } from './connectionState.ts'
import { missingWithout } from './missingWithout.ts'
import { otherWork, type OtherWork } from './otherWork.ts'
import type { RoomConnection } from './RoomConnection.ts'

/** Ids of records, in the server's words about what it refused. */
const RECORD_ID = /\b(?:shape|binding|page):[A-Za-z0-9_-]{1,64}/g

/** Whether anything of a document that was given up for this reason may go into the board as it is. */
export function mayComeAlong(why: ResetReason): boolean {
  return isForLeaders(why) || why === 'resync' || why === 'invalid-content'
}

/** Nothing comes along: what is to blame cannot be told apart, or none of it may come. */
const nothing: OtherWork = { update: null, left: new Set() }

/**
 * What of a document that was given up goes into the board as it is. `left` names records of which something stays behind.
 *
 * @param refused its connection is over
 */
export function carriedOver(why: ResetReason, refused: RoomConnection, board: BoardDocument): OtherWork {
  const mine = refused.board.doc
  switch (why) {
    case 'journey-locked':
    case 'leader-only':
      return otherWork(mine, board)
    case 'resync':
      // Something got lost between here and there, and nothing was found wrong: with the whole board under it all of it holds.
      return { update: missingWithout(mine, board.doc, () => false), left: new Set() }
    case 'invalid-content': {
      const left = new Set(refused.rejected?.detail.match(RECORD_ID))
      return left.size === 0 ? nothing : { update: missingWithout(mine, board.doc, (id) => left.has(id)), left }
    }
    case 'epoch-changed':
    case 'malformed':
    case 'frame-too-large':
    case 'forbidden':
      return nothing
  }
}
