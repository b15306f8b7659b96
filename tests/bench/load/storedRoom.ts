import { join } from 'node:path'
import { SqliteStorage } from '@samenreis/server/storage/SqliteStorage'
import type { RoomId } from '@samenreis/model/ids/roomId'
import * as Y from 'yjs'
import { ServerUnderTest } from './ServerUnderTest.ts'
import { makeRoom } from './doors.ts'
import type { CreatedRoom } from '@samenreis/model/api/rooms'

const DATABASE_FILE = 'samenreis.sqlite'

/** Makes a room in a data folder, and gives it a document as the server's own storage would have it after that much work. */
export async function storeRoom(dataFolder: string, doc: Y.Doc): Promise<CreatedRoom> {
  const server = await ServerUnderTest.start('samenreis', { dataFolder })
  let created: CreatedRoom
  try {
    created = await makeRoom(server.origin)
  } finally {
    await server.stop()
  }
  await replaceDocument(dataFolder, created.room.id, Y.encodeStateAsUpdate(doc))
  return created
}

async function replaceDocument(dataFolder: string, roomId: RoomId, bytes: Uint8Array): Promise<void> {
  const storage = await SqliteStorage.open({ path: join(dataFolder, DATABASE_FILE) })
  try {
    const stored = await storage.documents.loadDocument(roomId)
    if (stored === null) throw new Error('The room is not there')
    const sequence = (stored.updates.at(-1)?.sequence ?? stored.snapshot?.sequence ?? 0) + 1
    const { epoch } = stored
    await storage.documents.append([{ roomId, epoch, updates: [{ sequence, bytes }], clients: new Map() }])
    await storage.documents.compact(roomId, epoch, { sequence, bytes })
  } finally {
    await storage.close()
  }
}
