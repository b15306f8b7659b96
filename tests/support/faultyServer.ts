import { MemoryStorage } from '@samenreis/server/storage/MemoryStorage'
import type { BoardServer } from './BoardServer.ts'
import { FaultyDocuments } from './FaultyDocuments.ts'
import { startServer, type StartOptions } from './startServer.ts'
import { storageWith } from './storageWith.ts'

/** A server whose store can be made to fail. */
export async function startFaultyServer(
  options: StartOptions = {},
): Promise<{ server: BoardServer; documents: FaultyDocuments; memory: MemoryStorage }> {
  const memory = new MemoryStorage()
  const documents = new FaultyDocuments(memory.documents)
  const storage = storageWith(memory, documents)
  return { server: await startServer({ storage, ...options }), documents, memory }
}

/** A gate that holds calls back until it is opened. */
export function gate(): { wait: () => Promise<void>; open: () => void } {
  let open: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { wait: () => opened, open: () => open() }
}
