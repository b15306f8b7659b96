import type { WriteOutcome } from './StorageUnavailableError.ts'

/** SQLite's primary result codes that mean something to us (https://sqlite.org/rescode.html). */
const codes = {
  busy: 5,
  readOnly: 8,
  ioError: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  constraint: 19,
  notADatabase: 26,
}

/** Codes after which a transaction was rolled back and left nothing behind. */
const notWritten = [codes.readOnly, codes.full, codes.cannotOpen, codes.constraint]

const diskProblems = [codes.readOnly, codes.ioError, codes.full, codes.cannotOpen]

/** The primary code of an error of SQLite; extended ones have it in their lowest byte. null for any other error. */
function codeOf(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode % 256 : null
}

export function isBusy(error: unknown): boolean {
  return codeOf(error) === codes.busy
}

export function isDiskFull(error: unknown): boolean {
  return codeOf(error) === codes.full
}

/** A read, write or sync that the disk refused. After it nobody knows what of the last writes is on disk (reliability.md F26). */
export function isDiskError(error: unknown): boolean {
  return codeOf(error) === codes.ioError
}

/** The file is not as SQLite wrote it. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error)
  return code === codes.corrupt || code === codes.notADatabase
}

/** Nothing can be written until a person, or time, mends something. */
export function isDiskProblem(error: unknown): boolean {
  const isOurs = error instanceof Error && error.name === 'DatabaseDamagedError'
  const code = codeOf(error)
  return isOurs || isDamage(error) || (code !== null && diskProblems.includes(code))
}

export function outcomeOf(error: unknown): WriteOutcome {
  if (error instanceof Error && error.name === 'StorageContractError') return 'not-written'
  const code = codeOf(error)
  if (code === codes.busy) return 'busy'
  return code !== null && notWritten.includes(code) ? 'not-written' : 'unknown'
}
