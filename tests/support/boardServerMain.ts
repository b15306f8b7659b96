// The live part of the server as a process of its own, for tests that kill it: folder, port and options as arguments.
import { join } from 'node:path'
import { FIRST_PAGE_ID } from '@samenreis/model/document/seed'
import { createLog } from '@samenreis/server/log'
import { RescueFiles } from '@samenreis/server/rescue/RescueFiles'
import { stopOnSignals } from '@samenreis/server/stopOnSignals'
import { SqliteStorage } from '@samenreis/server/storage/SqliteStorage'
import type { MigrationPlan } from '@samenreis/server/sync/migratedDocument'
import { z } from 'zod'
import { roomA, roomB } from '../contract/roomFixture.ts'
import { BoardServer } from './BoardServer.ts'
import { BoardServerSettings } from './boardServerSettings.ts'
import { DelayedDocuments } from './DelayedDocuments.ts'
import { storageWith } from './storageWith.ts'

const [folder = '', port = '0', settings = '{}'] = process.argv.slice(2)
const { limits, appendMs, migrates, rescueDir, rescueKey, crashesAfterMs, logLevel, reserveBytes, moreRooms } =
  BoardServerSettings.parse(z.json().parse(JSON.parse(settings)))

/** A newer Samenreis whose layout gives the first page a name. */
const nextVersion: MigrationPlan = {
  newest: 2,
  migrations: [{ to: 2, apply: (board) => void board.records.get(FIRST_PAGE_ID)?.set('name', 'Bord') }],
}

const log = createLog(logLevel)
const storage = await SqliteStorage.open({ path: join(folder, 'samenreis.sqlite'), log, reserveBytes })
const documents = appendMs === 0 ? storage.documents : new DelayedDocuments(storage.documents, appendMs)
const server = await BoardServer.start({
  storage: storageWith(storage, documents),
  port: Number(port),
  limits,
  log,
  ...(migrates ? { migrations: nextVersion } : {}),
  ...(rescueDir === null
    ? {}
    : { rescueFiles: new RescueFiles({ folder: rescueDir, key: Buffer.from(rescueKey, 'hex') }) }),
})
for (const room of [roomA, roomB, ...moreRooms]) await server.openRoom(room)
stopOnSignals({
  log,
  broken: storage.broken,
  close: async ({ graceMs }) => {
    if (!(await server.close({ graceMs }))) throw new Error('Something could not be stored')
  },
})
if (crashesAfterMs !== null) {
  setTimeout(() => {
    throw new Error('Planted: nobody catches this')
  }, crashesAfterMs)
}
process.stdout.write(`listening ${server.port} process ${process.pid}\n`)
