import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newRoom, roomA } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { openClient } from '../support/openClient.ts'
import { openRaw } from '../support/RawClient.ts'
import { addStep } from '../support/records.ts'
import { openSqlite, startServer } from '../support/startServer.ts'
import { tokenOf } from '../support/TestAdmissions.ts'

/** Rows of the room as they are in the file. */
function rows(path: string): unknown[] {
  const database = new DatabaseSync(path, { readOnly: true })
  const found = database.prepare('SELECT sequence, bytes, checksum FROM room_update ORDER BY sequence').all()
  database.close()
  return found
}

/** A store whose room has three steps, the last of them in a row that was damaged. */
function damagedStore(): string {
  const folder = temporaryFolder()
  const path = join(folder, 'samenreis.sqlite')
  const database = new SqliteDatabase(path)
  const board = new BoardDocument(new Y.Doc())
  Y.applyUpdate(board.doc, seedUpdate())
  const updates = [seedUpdate()]
  board.doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const part of ['a', 'b', 'c']) addStep(board, part)
  database.directory.createRoom(newRoom(roomA, updates))
  database.close()
  const hands = new DatabaseSync(path)
  hands.exec('UPDATE room_update SET checksum = checksum + 1 WHERE sequence = 4')
  hands.close()
  return folder
}

test('[ST18, F30] a damaged room is shown as far as it is whole, everybody hears it, nobody writes, and its rows stay as they are', async () => {
  const folder = damagedStore()
  const path = join(folder, 'samenreis.sqlite')
  const before = rows(path)
  const server = await startServer({ storage: await openSqlite(folder), rooms: [] })
  const anna = await openRaw(server, { token: tokenOf('pa_nora', 'facilitator', 'facilitator') }).ready()
  const whole = ['page:board', 'shape:a', 'shape:b']
  expect([...anna.doc.getMap('records').keys()].toSorted()).toEqual(whole)
  expect(anna.got('hello').at(0)?.hello.mayEdit).toBe(false)
  await eventually(() => expect(anna.got('state').at(-1)?.state).toMatchObject({ damaged: true, readOnly: true }))

  // Who has more than the store keeps it, and is sent away until a person has looked.
  const ben = await openClient(server, { token: tokenOf('pa_ben') })
  addStep(ben.board, 'mine')
  await eventually(() => expect(ben.closeCode).toBe(4503))
  await expect(server.rooms.write(roomA, (board) => addStep(board, 'server'))).rejects.toMatchObject({
    name: 'StorageUnavailableError',
  })
  expect([...(await server.rooms.read(roomA)).records.keys()].toSorted()).toEqual(whole)
  ben.destroy()
  anna.socket.close()
  await eventually(() => expect(server.rooms.size).toBe(0))
  await server.close()
  expect(rows(path)).toEqual(before)
  expect(readFileSync(path).byteLength).toBeGreaterThan(0)
})

test('[ST18] a damaged board is not made anew: what cannot be read stays for a person to look at', async () => {
  const folder = damagedStore()
  const path = join(folder, 'samenreis.sqlite')
  const before = rows(path)
  const server = await startServer({ storage: await openSqlite(folder), rooms: [] })
  await expect(server.rooms.makeAnew(roomA, (board) => board)).rejects.toMatchObject({
    name: 'StorageUnavailableError',
  })
  await eventually(() => expect(server.rooms.size).toBe(0))
  await server.close()
  expect(rows(path)).toEqual(before)
})
