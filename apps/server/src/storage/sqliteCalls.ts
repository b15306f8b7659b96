import type { SqliteDatabase } from './SqliteDatabase.ts'
import type { WriteOutcome } from './StorageUnavailableError.ts'

/** What may be asked of the storage worker: the methods of all ports, by name. */
const documentCalls = ['loadDocument', 'append', 'compact', 'replaceDocument', 'roomsWithLog'] as const
const directoryCalls = [
  'createRoom',
  'findRoom',
  'changeRoom',
  'extendRetention',
  'roomIds',
  'roomsEndedBefore',
  'eraseRoom',
  'erasePerson',
  'endSession',
  'endSessionsOf',
  'trustedTime',
  'saveTrustedTime',
  'participantsOf',
  'saveParticipant',
  'changeParticipant',
  'saveSession',
  'findSession',
  'roundsOf',
  'votesOf',
  'saveVotes',
  'exportedActions',
  'saveExportedActions',
  'guessRoundsOf',
  'openGuessRound',
  'endGuessRound',
  'guessesOf',
  'saveGuess',
] as const

const versionCalls = ['versionsOf', 'saveVersion', 'versionContent', 'eraseVersions', 'eraseExpiredVersions'] as const

type Documents = Pick<SqliteDatabase['documents'], (typeof documentCalls)[number]>
type Directory = Pick<SqliteDatabase['directory'], (typeof directoryCalls)[number]>
type Versions = Pick<SqliteDatabase['versions'], (typeof versionCalls)[number]>
export type SqliteCalls = Documents & Directory & Versions & Pick<SqliteDatabase, 'checkpoint' | 'purge' | 'close'>
export type SqliteCallName = keyof SqliteCalls

/** One request to the worker. */
export interface SqliteRequest {
  readonly call: number
  readonly name: SqliteCallName
  readonly args: readonly unknown[]
}

/** Its answer. Errors lose their class between threads, so their name travels beside them. */
export type SqliteAnswer =
  | { readonly call: number; readonly ok: true; readonly value: unknown }
  | {
      readonly call: number
      readonly ok: false
      readonly errorName: string
      readonly outcome: WriteOutcome
      /** The disk, or the file on it, is at fault; not what was asked. */
      readonly isDiskProblem: boolean
      readonly error: unknown
    }

/** Number of the call that opens the database: the worker's first word. */
export const OPENING = 0
