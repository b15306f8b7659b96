import type { Imported } from '@samenreis/model/api/imports'
import type { BoardFileProblem } from '@samenreis/model/interchange/readBoardFile'
import { Hono } from 'hono'
import { BoardFileError, BoardMovedOnError, importBoard } from '../exports/boardImport.ts'
import type { AppDeps } from './AppDeps.ts'
import { bodyUpTo, IMPORT_MAX_BYTES } from './bodyLimits.ts'
import { importTurns } from './importTurns.ts'
import { carrierOf } from './caller.ts'
import { facilitators, members, type MemberEnv } from './member.ts'
import { ProblemError } from './ProblemError.ts'

/** `/rooms/:roomId/imports`: a board file into this room, by facilitators. The body is the file. */
export function importRoutes(deps: AppDeps) {
  return new Hono<MemberEnv>().post('/', members(deps.sessions), facilitators, importTurns(), async (c) => {
    const { room } = c.var.member
    const file = bodyUpTo(c, IMPORT_MAX_BYTES)
    const stillMay = async (): Promise<void> => {
      const live = await deps.sessions.find(room.id, carrierOf(c))
      if (live?.session.right !== 'facilitator') throw new ProblemError('not-signed-in')
    }
    const { records, votes, setAside } = await importBoard(room, file, { ...deps, stillMay }).catch(asProblem)
    deps.log.info('imported', { room: room.id, numbers: { records, votes, setAside } })
    if (votes > 0) deps.rooms.tell(room.id, { kind: 'votes' })
    const imported: Imported = { records, votes, setAside }
    return c.json(imported, 201)
  })
}

function asProblem(error: unknown): never {
  if (error instanceof BoardMovedOnError) throw new ProblemError('conflict', { cause: error })
  if (!(error instanceof BoardFileError)) throw error
  const [problem] = error.problems
  const fields = error.problems.flatMap((each) => (each.code === 'wrong-format' ? each.fields : []))
  throw new ProblemError('wrong-format', {
    detail: problem === undefined ? 'The file is no JSON that can be read' : said(problem),
    fields,
    cause: error,
  })
}

function said(problem: BoardFileProblem): string {
  switch (problem.code) {
    case 'wrong-format':
      return 'Not a board file, or fields in it that do not hold'
    case 'unknown-version':
      return `This version reads ${problem.known.join(', ')}`
    case 'too-many':
      return `${problem.records} records; a room takes ${problem.limit}`
  }
}
