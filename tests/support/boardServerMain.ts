// The live part of the server as a process of its own, for tests that kill it: folder and port as arguments.
import { join } from 'node:path'
import { SqliteStorage } from '@samenreis/server/storage/SqliteStorage'
import { roomA, roomB } from '../contract/roomFixture.ts'
import { BoardServer } from './BoardServer.ts'

const [folder = '', port = '0'] = process.argv.slice(2)
const storage = await SqliteStorage.open({ path: join(folder, 'samenreis.sqlite') })
const server = await BoardServer.start({ storage, port: Number(port) })
for (const room of [roomA, roomB]) await server.openRoom(room)
process.on('SIGTERM', () => void server.close({ graceMs: 7000 }).then((stored) => process.exit(stored ? 0 : 1)))
process.stdout.write(`listening ${server.port}\n`)
