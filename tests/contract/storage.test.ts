import { join } from 'node:path'
import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import { SqliteStorage } from '@samenreis/server/storage/SqliteStorage'
import { temporaryFolder } from '../support/folder.ts'
import { describeRoomDirectory } from './roomDirectory.contract.ts'
import { describeRoomStorage } from './roomStorage.contract.ts'
import { describeVersionStore } from './versionStore.contract.ts'

const openMemory = (): Promise<MemoryStorage> => Promise.resolve(new MemoryStorage())
const openSqlite = (): Promise<SqliteStorage> =>
  SqliteStorage.open({ path: join(temporaryFolder(), 'data', 'samenreis.sqlite') })

describeRoomStorage('memory', openMemory)
describeRoomStorage('SQLite', openSqlite)
describeRoomDirectory('memory', openMemory)
describeRoomDirectory('SQLite', openSqlite)
describeVersionStore('memory', openMemory)
describeVersionStore('SQLite', openSqlite)
