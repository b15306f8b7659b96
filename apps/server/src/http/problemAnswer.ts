import type { Problem, ProblemCode } from '@samenreis/model/api/problem'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { EntryRefusedError } from '../access/EntryRefusedError.ts'
import { GuessRoundError } from '../guess/GuessRoundError.ts'
import type { Log } from '../log.ts'
import { StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import { InvalidContentError } from '../sync/InvalidContentError.ts'
import { RoomNotFoundError } from '../sync/RoomNotFoundError.ts'
import { VersionGoneError } from '../versions/VersionGoneError.ts'
import { ProblemError } from './ProblemError.ts'

/** Status and title of every code. Titles are for programmers: people read the sentence that the interface has for it. */
export const problems = {
  'invalid-request': { status: 400, title: 'The request does not hold to its schema' },
  'not-signed-in': { status: 401, title: 'No session for this room, or one that ended' },
  forbidden: { status: 403, title: 'This session may not do this' },
  'room-not-found': { status: 404, title: 'There is no such room' },
  'link-invalid': { status: 404, title: 'This link leads nowhere' },
  'link-revoked': { status: 410, title: 'This link was renewed' },
  'too-large': { status: 413, title: 'The request is too large' },
  'wrong-format': { status: 422, title: 'The file is not of a format that can be read' },
  conflict: { status: 409, title: 'Something else happened meanwhile that rules this out' },
  'too-many': { status: 429, title: 'Too many requests' },
  'room-unavailable': { status: 503, title: 'The room cannot be read or written at the moment' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  internal: { status: 500, title: 'Something went wrong on the server' },
} as const satisfies Record<ProblemCode, { status: number; title: string }>

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'
/** When storage fails, rooms try again within seconds. */
const UNAVAILABLE_RETRY_MS = 5000

/** Any error as problem details (RFC 9457). What nobody foresaw is written to the log, and told as `internal` alone. */
export function problemAnswer(error: unknown, c: Context, log: Log): Response {
  const problem = asProblem(error)
  if (problem.code === 'internal' || problem.code === 'room-unavailable') {
    log.error('request-failed', { reason: problem.code, error: problem.cause ?? problem })
  }
  const { status, title } = problems[problem.code]
  const body: Problem = {
    type: `urn:samenreis:problem:${problem.code}`,
    title,
    status,
    code: problem.code,
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    ...(problem.fields.length === 0 ? {} : { fields: [...problem.fields] }),
  }
  if (problem.retryAfterMs !== null) c.header('Retry-After', String(Math.ceil(problem.retryAfterMs / 1000)))
  return c.body(JSON.stringify(body), status, { 'Content-Type': PROBLEM_MEDIA_TYPE, 'Cache-Control': 'no-store' })
}

const guessProblems = {
  gone: 'not-found',
  ended: 'conflict',
  'other-open': 'conflict',
  'not-invited': 'forbidden',
} as const satisfies Record<GuessRoundError['why'], ProblemCode>

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof EntryRefusedError) {
    return new ProblemError(error.code, { retryAfterMs: error.retryAfterMs, cause: error })
  }
  if (error instanceof RoomNotFoundError) return new ProblemError('room-not-found', { cause: error })
  if (error instanceof InvalidContentError) {
    return new ProblemError('wrong-format', { detail: error.detail, cause: error })
  }
  if (error instanceof VersionGoneError) return new ProblemError('not-found', { cause: error })
  if (error instanceof GuessRoundError) return new ProblemError(guessProblems[error.why], { cause: error })
  if (error instanceof StorageUnavailableError) {
    return new ProblemError('room-unavailable', { retryAfterMs: UNAVAILABLE_RETRY_MS, cause: error })
  }
  // What the framework itself refuses, e.g. a body that is no JSON.
  if (error instanceof HTTPException && error.status < 500) return new ProblemError('invalid-request', { cause: error })
  return new ProblemError('internal', { cause: error })
}
