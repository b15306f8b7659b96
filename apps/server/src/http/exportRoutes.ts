import type { Extraction } from '@samenreis/model/actions/improvementAction'
import { RoomId } from '@samenreis/model/ids/roomId'
import { voteGroupOfRole } from '@samenreis/model/records/enumerations'
import { Hono } from 'hono'
import { z } from 'zod'
import { boardFileOf } from '../exports/boardFile.ts'
import { actionsAsCsv } from '../exports/csv.ts'
import { extractionOf } from '../exports/extraction.ts'
import { fileName } from '../exports/fileName.ts'
import { actionsAsXlsx } from '../exports/xlsx.ts'
import type { RoomRecord } from '../storage/RoomDirectory.ts'
import { StorageUnavailableError } from '../storage/StorageUnavailableError.ts'
import type { AppDeps } from './AppDeps.ts'
import { facilitators, members, type MemberEnv } from './member.ts'
import { valid } from './valid.ts'

/** The files that can be downloaded, and their media types. */
export const exportFiles = {
  'acties.csv': 'text/csv; charset=utf-8',
  'acties.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'acties.json': 'application/json',
  'board.json': 'application/json',
} as const
type ExportFile = keyof typeof exportFiles

const ExportParam = z.object({
  roomId: RoomId,
  file: z.enum(Object.keys(exportFiles) as [ExportFile, ...ExportFile[]]),
})

/** Name of the JSON format; a reader refuses another number. */
const ACTIONS_SCHEMA = 'klantreis.actions/1'

/** `/rooms/:roomId/exports/:file`: downloads for facilitators. */
export function exportRoutes(deps: AppDeps) {
  const { directory, sessions, log } = deps
  return new Hono<MemberEnv>().get(
    '/:file',
    members(sessions),
    facilitators,
    valid('param', ExportParam, 'not-found'),
    async (c) => {
      const { room } = c.var.member
      const { file } = c.req.valid('param')
      const body =
        file === 'board.json' ? pretty(await boardFileOf(room, deps)) : await actionsFile(file, room, c.req.url)
      log.info('exported', { room: room.id, reason: file })
      return c.body(body, 200, {
        'Content-Type': exportFiles[file],
        'Content-Disposition': `attachment; filename="${fileName(room.title, room.date, file)}"`,
      })
    },
  )

  async function actionsFile(file: Exclude<ExportFile, 'board.json'>, room: RoomRecord, url: string) {
    const extraction = await extractionOf(room, deps)
    const body = await written(file, extraction, room, url)
    // From now on these actions are known outside: one that leaves the board is told as dropped (actions.md D5.20).
    // A disk that is full keeps nobody from taking his list with him (reliability.md F25).
    await directory.saveExportedActions(room.id, extraction.actions).catch((error: unknown) => {
      if (!(error instanceof StorageUnavailableError)) throw error
      log.warn('export-not-noted', { room: room.id, error })
    })
    return body
  }

  async function written(
    file: Exclude<ExportFile, 'board.json'>,
    extraction: Extraction,
    room: RoomRecord,
    url: string,
  ) {
    switch (file) {
      case 'acties.csv':
        return actionsAsCsv(extraction)
      case 'acties.json':
        return pretty({ schema: ACTIONS_SCHEMA, ...extraction })
      case 'acties.xlsx': {
        const participants = await directory.participantsOf(room.id)
        const clients = participants.filter(({ role }) => voteGroupOfRole[role] === 'client').length
        const boardUrl = new URL(`/r/${room.id}`, deps.publicOrigin ?? url).href
        return actionsAsXlsx(extraction, { title: room.title, date: room.date, boardUrl, clients })
      }
    }
  }
}

function pretty(value: object): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
