import { uint32 } from 'lib0/random'
import * as Y from 'yjs'
import { BoardDocument } from '../document/BoardDocument.ts'
import type { AuthoredPiece, BoardAuthors, RecordAuthors } from '../document/BoardAuthors.ts'
import { FIRST_PAGE_ID, SEED_CLIENT_ID, seedUpdate } from '../document/seed.ts'
import { changeRecord, putRecord, removeRecord } from '../document/write.ts'
import type { ParticipantId } from '../ids/participantId.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import type { PlainBoard } from './PlainBoard.ts'

/** A new document, and whose its client ids are. */
export interface AuthoredBoard {
  readonly board: BoardDocument
  readonly clients: ReadonlyMap<number, ParticipantId>
}

/**
 * A new document that holds this board: the seed, and everything else under client ids that nobody had, one for each author, so that
 * it is still known who wrote what (reliability.md C8, step 2). No tombstones, no earlier ids. What nobody in particular wrote is under
 * an id without an owner. Authors of what the board does not hold are passed over.
 */
export function authoredBoardOf(
  { schemaVersion, records, setAside }: PlainBoard,
  authors: BoardAuthors,
): AuthoredBoard {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  const ids = new AuthorIds()
  const as = (author: ParticipantId | null): void => {
    board.doc.clientID = ids.of(author)
  }
  board.transact(() => {
    as(null)
    if (board.schemaVersion !== schemaVersion) board.meta.set('schemaVersion', schemaVersion)
    if (!records.some(({ id }) => id === FIRST_PAGE_ID)) removeRecord(board, FIRST_PAGE_ID)
    for (const record of records) putAuthored(board, record, authors.get(record.id), as)
    for (const raw of setAside) {
      as(authors.get(String(raw['id']))?.maker ?? null)
      // Judged when it is read, as everywhere: what did not hold before does not hold now, and is kept all the same.
      if (Object.keys(raw).length > 1) putRecord(board, raw as unknown as BoardRecord)
    }
  }, 'made-anew')
  return { board, clients: ids.owners }
}

function putAuthored(
  board: BoardDocument,
  record: BoardRecord,
  authors: RecordAuthors | undefined,
  as: (author: ParticipantId | null) => void,
): void {
  const { maker, texts, values } = authors ?? { maker: null, texts: new Map(), values: new Map() }
  as(maker)
  const typed = [...texts].filter(([name, pieces]) => joined(pieces) === (record as unknown as Fields)[name])
  const empty = Object.fromEntries(typed.map(([name]) => [name, '']))
  const set = [...values].filter(([name, author]) => author !== maker && Object.hasOwn(record, name))
  const byOthers = new Set(set.map(([name]) => name).filter((name) => name !== 'type'))
  const own = Object.fromEntries(Object.entries(record).filter(([name]) => !byOthers.has(name)))
  putRecord(board, { ...own, ...empty } as unknown as BoardRecord)
  for (const [name, author] of set) {
    as(author)
    changeRecord(board, record.id, { [name]: (record as unknown as Fields)[name] })
  }
  for (const [name, pieces] of typed) {
    const text = board.records.get(record.id)?.get(name)
    if (!(text instanceof Y.Text)) continue
    for (const { author, text: piece } of pieces) {
      as(author)
      text.insert(text.length, piece)
    }
  }
}

type Fields = Readonly<Record<string, unknown>>

function joined(pieces: readonly AuthoredPiece[]): string {
  return pieces.map(({ text }) => text).join('')
}

/** A new client id for each author. */
class AuthorIds {
  readonly #ids = new Map<ParticipantId | null, number>()
  readonly owners = new Map<number, ParticipantId>()

  of(author: ParticipantId | null): number {
    const known = this.#ids.get(author)
    if (known !== undefined) return known
    const taken = new Set(this.#ids.values())
    let id = uint32()
    while (id === SEED_CLIENT_ID || taken.has(id)) id = uint32()
    this.#ids.set(author, id)
    if (author !== null) this.owners.set(id, author)
    return id
  }
}
