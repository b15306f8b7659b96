import { fileURLToPath } from 'node:url'
import { createLog } from '@samenreis/server/log'
import { startServer } from '@samenreis/server/server'
import type { RoomStorage } from '@samenreis/server/storage/RoomStorage'
import type { Browser } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { FaultyDocuments } from '../../support/FaultyDocuments.ts'
import { Proxy } from '../../support/proxy/Proxy.ts'
import { openSqlite } from '../../support/startServer.ts'
import { Workshop } from '../Workshop.ts'
import { storageWith } from '../../support/storageWith.ts'
import { WitnessedDocuments } from './WitnessedDocuments.ts'

const webRoot = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url))

export interface FaultyWorkshop {
  readonly workshop: Workshop
  /** The line between browser and server. */
  readonly proxy: Proxy
  /** Another line of its own to the same server. */
  readonly anotherLine: () => Promise<Proxy>
  /** Makes the store slow, or fail. */
  readonly documents: FaultyDocuments
  /** What the store holds. */
  readonly witness: WitnessedDocuments
}

/**
 * A session on the whole server with the built interface, in this process, so that the test knows at every moment what its SQLite
 * file holds. @param worsen puts something between the rooms and the witnessed store
 */
export async function openFaultyWorkshop(
  browser: Browser,
  worsen: (witness: WitnessedDocuments) => RoomStorage = (witness) => witness,
): Promise<FaultyWorkshop> {
  const sqlite = await openSqlite()
  const witness = new WitnessedDocuments(sqlite.documents)
  const documents = new FaultyDocuments(worsen(witness))
  const server = await startServer({
    port: 0,
    host: '127.0.0.1',
    storage: storageWith(sqlite, documents),
    webRoot,
    log: createLog('silent'),
  })
  onTestFinished(() => server.close({ graceMs: 2000 }))
  const proxy = await Proxy.to(server.port)
  const workshop = await Workshop.make(proxy.origin, browser)
  onTestFinished(() => workshop.end())
  return { workshop, proxy, anotherLine: () => Proxy.to(server.port), documents, witness }
}
