import * as Y from 'yjs'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { isForLeaders, leaderFactsOf } from '@samenreis/model/document/leaderFields'
import { lockedJourneyOf, lockedJourneyTouched, lockFactsOf, type LockLook } from '@samenreis/model/journey/lock'
import { missingWithout } from './missingWithout.ts'

/** How often the part to leave out may grow before nothing is carried over: each round finds at least one record more. */
const MOST_ROUNDS = 4

export interface OtherWork {
  /** null = there is nothing, or it cannot be told apart. */
  readonly update: Uint8Array | null
  /** Records that are for who leads, of locked journeys or by their fields: what was done to them stays behind. */
  readonly left: ReadonlySet<string>
}

/**
 * What somebody who does not lead did that the server does not have, without what is for who leads: e.g. the facilitator locked a
 * journey while this tab was changing it. The server refuses an update as a whole: this finds the part that is not to blame.
 *
 * @param mine the document that was refused
 * @param board the board as the server has it
 */
export function otherWork(mine: Y.Doc, board: BoardDocument): OtherWork {
  const left = new Set<string>()
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const update = missingWithout(mine, board.doc, (id) => left.has(id))
    const { after, touched } = tried(board, update)
    const [before, then] = [lookIn(board), lookIn(after)]
    const ofLeaders = [...touched].filter((id) => isForLeaders(factsIn(board, id), null, fieldsIn(after, id)))
    if (ofLeaders.length === 0 && lockedJourneyTouched(touched, before, then) === null) {
      return { update: touched.size === 0 ? null : update, left }
    }
    for (const id of ofLeaders) left.add(id)
    for (const id of touched) {
      if (lockedJourneyOf(id, before) !== null || lockedJourneyOf(id, then) !== null) left.add(id)
    }
  }
  return { update: null, left }
}

/** A copy of the board with the update, and the records that it touched. */
function tried(board: BoardDocument, update: Uint8Array): { after: BoardDocument; touched: ReadonlySet<string> } {
  const after = new BoardDocument(new Y.Doc())
  Y.applyUpdate(after.doc, Y.encodeStateAsUpdate(board.doc))
  const touched = new Set<string>()
  after.records.observeDeep((events) => {
    for (const event of events) {
      const [record] = event.path
      if (record !== undefined) touched.add(String(record))
      else for (const id of event.changes.keys.keys()) touched.add(id)
    }
  })
  Y.applyUpdate(after.doc, update)
  return { after, touched }
}

function fieldsIn(board: BoardDocument, id: string): ((name: string) => unknown) | null {
  const fields: unknown = board.records.get(id)
  return fields instanceof Y.Map ? (name) => fields.get(name) : null
}

function factsIn(board: BoardDocument, id: string): string | null {
  const field = fieldsIn(board, id)
  return field === null ? null : leaderFactsOf(field)
}

function lookIn(board: BoardDocument): LockLook {
  return (id) => {
    const fields: unknown = board.records.get(id)
    return fields instanceof Y.Map ? lockFactsOf(id, (name) => fields.get(name)) : undefined
  }
}
