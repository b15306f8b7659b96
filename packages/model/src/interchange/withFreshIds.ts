import { FIRST_PAGE_ID } from '../document/seed.ts'
import { ShapeId } from '../ids/recordId.ts'
import { renameReferences } from './renameReferences.ts'
import type { RoomContent } from './roomContent.ts'

/** Tries before a source of new ids counts as broken; with 80 random bits not even the second is ever needed. */
const TRIES = 100

/**
 * The same content under ids that the room does not have yet, so that importing it changes nothing that is there. An id that
 * is free stays. A taken one is replaced wherever it is named, also where the content itself has no such record: a link to
 * something that was gone must not come to life on a stranger with the same id. The first page is every board's own and
 * keeps its id; people keep theirs.
 *
 * @param taken ids of the room's records and of its vote rounds
 * @param newId the unique part of a new id, random: letters, digits, `-` and `_`, at most 64
 * @throws Error when `newId` gives only taken ids
 */
export function withFreshIds<Content extends Pick<RoomContent, 'records' | 'rounds' | 'votes'>>(
  content: Content,
  taken: ReadonlySet<string>,
  newId: () => string,
): Content {
  const own = [...content.records, ...content.rounds].map(({ id }) => String(id))
  const unavailable = new Set([...taken, ...own])
  const renamed = new Map<string, string>()
  const rename = (id: string): string => {
    if (id === FIRST_PAGE_ID || !taken.has(id)) return id
    const known = renamed.get(id)
    if (known !== undefined) return known
    const fresh = freshId(id.slice(0, id.indexOf(':') + 1), unavailable, newId)
    renamed.set(id, fresh)
    unavailable.add(fresh)
    return fresh
  }
  const renaming = { record: rename, participant: (id: string): string => id }
  return {
    ...content,
    records: content.records.map((record) => renameReferences(record, renaming)),
    rounds: content.rounds.map((round) => ({ ...round, id: rename(round.id) })),
    votes: content.votes.map((vote) => ({
      ...vote,
      roundId: rename(vote.roundId),
      targetId: ShapeId.parse(rename(vote.targetId)),
    })),
  }
}

function freshId(prefix: string, unavailable: ReadonlySet<string>, newId: () => string): string {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const id = prefix + newId()
    if (!unavailable.has(id)) return id
  }
  throw new Error(`No free id after ${TRIES} tries`)
}
