import type { Extraction } from '@samenreis/model/actions/improvementAction'
import { Imported } from '@samenreis/model/api/imports'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { readAnswer } from './answer.ts'
import { client } from './client.ts'
import { ExtractionAnswer } from './extraction.ts'

/** Files that a facilitator may take along; the server makes them from the board as it is at that moment. */
export const exportFiles = ['acties.csv', 'acties.xlsx', 'acties.json', 'board.json'] as const
export type ExportFile = (typeof exportFiles)[number]

const base = (roomId: RoomId): string => `/api/v1/rooms/${roomId}`

/** The improvement actions of the board as it is now. @throws ProblemError */
export function readExtraction(roomId: RoomId, signal: AbortSignal): Promise<Extraction> {
  return readAnswer(
    client.api.v1.rooms[':roomId'].actions.$get({ param: { roomId } }, { init: { signal } }),
    ExtractionAnswer,
  )
}

/** Where a file is found; a plain link, so that the browser saves it. */
export function exportAddress(roomId: RoomId, file: ExportFile): string {
  return `${base(roomId)}/exports/${file}`
}

/** Adds the content of a board file to the board. @throws ProblemError `wrong-format`, `too-large` */
export function importBoard(roomId: RoomId, file: Blob): Promise<Imported> {
  return readAnswer(
    fetch(`${base(roomId)}/imports`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: file,
    }),
    Imported,
  )
}
