import { join } from 'node:path'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { SqliteStorage } from '@samenreis/server/storage/SqliteStorage'
import { onTestFinished } from 'vitest'
import { roomA } from '../contract/roomFixture.ts'
import { BoardServer, type BoardServerOptions } from './BoardServer.ts'
import { temporaryFolder } from './folder.ts'

export interface StartOptions extends Partial<BoardServerOptions> {
  /** Boards that are there from the start. */
  readonly rooms?: readonly RoomId[]
}

/** A server in this process with one empty board, stopped when the test is over. */
export async function startServer({ rooms = [roomA], ...options }: StartOptions = {}): Promise<BoardServer> {
  const server = await BoardServer.start({ storage: new MemoryStorage(), ...options })
  onTestFinished(async () => void (await server.close({ graceMs: 500 })))
  for (const room of rooms) await server.openRoom(room)
  return server
}

/** SQLite in a folder of its own. */
export function openSqlite(folder = temporaryFolder()): Promise<SqliteStorage> {
  return SqliteStorage.open({ path: join(folder, 'samenreis.sqlite') })
}
