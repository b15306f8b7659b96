import type { z } from 'zod'
import { ProblemError } from './ProblemError.ts'
import { serverClock } from './ServerClock.ts'

/** What we need of an answer: the browser's `Response` has it, and so has the typed client's. */
export interface Answer {
  readonly ok: boolean
  readonly headers: Pick<Headers, 'get'>
  json(): Promise<unknown>
}

/**
 * The body of an answer, judged: an answer that does not hold to its schema is a problem here, not a crash later.
 *
 * @throws ProblemError
 */
export async function readAnswer<Schema extends z.ZodType>(
  asked: Promise<Answer>,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const answer = await arrived(asked)
  const body = await answer.json().catch(() => null)
  if (!answer.ok) throw ProblemError.fromBody(body)
  const judged = schema.safeParse(body)
  if (!judged.success) throw new ProblemError('unexpected-answer', [], { cause: judged.error })
  return judged.data
}

/** An answer without a body. @throws ProblemError when it is a problem */
export async function readDone(asked: Promise<Answer>): Promise<void> {
  const answer = await arrived(asked)
  if (!answer.ok) throw ProblemError.fromBody(await answer.json().catch(() => null))
}

async function arrived(asked: Promise<Answer>): Promise<Answer> {
  try {
    const answer = await asked
    serverClock.note(answer.headers.get('Date'))
    return answer
  } catch (cause) {
    throw new ProblemError('unreachable', [], { cause })
  }
}
