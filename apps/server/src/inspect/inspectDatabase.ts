import { z } from 'zod'
import { SqliteReader } from '../storage/SqliteReader.ts'
import { STORAGE_SCHEMA } from '../storage/sqliteSchema.ts'
import { StorageTooNewError } from '../storage/StorageTooNewError.ts'
import { inspectRoom, roomIdsIn, type RoomReport } from './inspectRoom.ts'

export interface DatabaseReport {
  readonly schema: number
  /** What SQLite's own check of the file says; empty when it is whole. */
  readonly fileProblems: readonly string[]
  readonly rooms: readonly RoomReport[]
}

const CheckRow = z.object({ integrity_check: z.string() })
const ReferenceRow = z.object({ table: z.string(), parent: z.string() })

/**
 * Looks through a whole database without changing it.
 * @throws StorageTooNewError, and what SQLite gives for a file that is none of ours
 */
export function inspectDatabase(path: string): DatabaseReport {
  const database = new SqliteReader(path)
  try {
    const { schema } = database
    if (!(schema <= STORAGE_SCHEMA)) throw new StorageTooNewError(schema, STORAGE_SCHEMA)
    const structure = database.all(CheckRow, 'PRAGMA integrity_check').map((row) => row.integrity_check)
    const references = database.all(ReferenceRow, 'PRAGMA foreign_key_check')
    const rooms: RoomReport[] = []
    for (const id of roomIdsIn(database)) {
      // null: taken away by a server that runs meanwhile.
      const report = inspectRoom(database, id)
      if (report !== null) rooms.push(report)
    }
    return {
      schema,
      fileProblems: [
        ...structure.filter((line) => line !== 'ok'),
        ...references.map(({ table, parent }) => `${table}: a row without its ${parent}`),
      ],
      rooms,
    }
  } finally {
    database.close()
  }
}

/** Whether nothing is wrong anywhere. */
export function isWhole({ fileProblems, rooms }: DatabaseReport): boolean {
  return fileProblems.length === 0 && rooms.every(({ damage }) => damage.length === 0)
}
