import * as Y from 'yjs'
import { BoardDocument, SCHEMA_VERSION } from '../document/BoardDocument.ts'
import { boardMigrations, migrationUpdate, type Migration } from '../document/migrations.ts'
import { readBoard } from '../document/read.ts'
import { FIRST_PAGE_ID, seedUpdate } from '../document/seed.ts'
import { putRecord, removeRecord } from '../document/write.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { rawRecords } from './writeBoardFile.ts'

/** A board as it stands, without how it came to be: nothing of what was taken away, nor of who wrote what (reliability.md C1.5). */
export interface PlainBoard {
  /** Layout in which the records are. */
  readonly schemaVersion: number
  readonly records: readonly BoardRecord[]
  /** Records that do not hold to their schema, with their id, as they stand in the document. */
  readonly setAside: readonly Readonly<Record<string, unknown>>[]
}

/** What the board holds now. */
export function plainBoard(board: BoardDocument): PlainBoard {
  const { records, quarantined } = readBoard(board)
  return {
    schemaVersion: board.schemaVersion ?? SCHEMA_VERSION,
    records: [...records.values()],
    setAside: rawRecords(board, quarantined),
  }
}

/**
 * A new document that holds this board: the seed, and everything else under one client id that nobody had. No tombstones, no
 * earlier ids (reliability.md C8, step 2).
 */
export function newBoardOf({ schemaVersion, records, setAside }: PlainBoard): BoardDocument {
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  board.transact(() => {
    if (board.schemaVersion !== schemaVersion) board.meta.set('schemaVersion', schemaVersion)
    if (!records.some(({ id }) => id === FIRST_PAGE_ID)) removeRecord(board, FIRST_PAGE_ID)
    for (const record of records) putRecord(board, record)
    // Judged when it is read, as everywhere: what did not hold before does not hold now, and is kept all the same.
    for (const raw of setAside) if (Object.keys(raw).length > 1) putRecord(board, raw as unknown as BoardRecord)
  }, 'made-anew')
  return board
}

/** The same board in the newest layout, the very same one when it is in it. @throws DocumentTooNewError */
export function inNewestLayout(
  plain: PlainBoard,
  migrations: readonly Migration[] = boardMigrations,
  newest = SCHEMA_VERSION,
): PlainBoard {
  const board = newBoardOf(plain)
  try {
    const update = migrationUpdate(board, migrations, newest)
    if (update === null) return plain
    Y.applyUpdate(board.doc, update)
    return plainBoard(board)
  } finally {
    board.doc.destroy()
  }
}
