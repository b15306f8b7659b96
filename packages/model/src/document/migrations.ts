import * as Y from 'yjs'
import { BoardDocument, SCHEMA_VERSION } from './BoardDocument.ts'
import { SEED_CLIENT_ID } from './seed.ts'

/**
 * One step of the layout, from the version before it to `to`. Written once and never changed afterwards: boards of any age run
 * through it. It looks at the board only, so the same board gives the same result wherever it runs.
 */
export interface Migration {
  readonly to: number
  readonly apply: (board: BoardDocument) => void
}

/** Every step since version 1, which is the seed's own; the last one leads to `SCHEMA_VERSION`. */
export const boardMigrations: readonly Migration[] = []

/** The document was written by a newer Samenreis: it is read and written by none older (reliability.md F17, F39). */
export class DocumentTooNewError extends Error {
  override readonly name = 'DocumentTooNewError'
  readonly schemaVersion: number

  constructor(schemaVersion: number) {
    super(`The document has schema version ${schemaVersion}, newer than ${SCHEMA_VERSION}`)
    this.schemaVersion = schemaVersion
  }
}

/**
 * The one update that brings a board to the newest version, or null when it is there. Made under the seed's client id, so the
 * same board gives the same bytes, and nobody can have written them. The board itself stays as it is. Only the server applies
 * it, while it loads a room and before anyone is let in (F18).
 *
 * @throws DocumentTooNewError
 */
export function migrationUpdate(
  board: BoardDocument,
  migrations: readonly Migration[] = boardMigrations,
  newest = SCHEMA_VERSION,
): Uint8Array | null {
  const version = board.schemaVersion ?? 1
  if (version > newest) throw new DocumentTooNewError(version)
  if (version === newest) return null
  const copy = new BoardDocument(new Y.Doc())
  Y.applyUpdate(copy.doc, Y.encodeStateAsUpdate(board.doc))
  const before = Y.encodeStateVector(copy.doc)
  copy.doc.clientID = SEED_CLIENT_ID
  copy.transact(() => {
    for (const { to, apply } of migrations.toSorted((a, b) => a.to - b.to)) {
      if (to <= version || to > newest) continue
      apply(copy)
      copy.meta.set('schemaVersion', to)
    }
  }, 'migration')
  const update = Y.encodeStateAsUpdate(copy.doc, before)
  copy.doc.destroy()
  return update
}
