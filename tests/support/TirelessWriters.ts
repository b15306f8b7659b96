import { join } from 'node:path'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import type { StoredDocument } from '@samenreis/server/storage/RoomStorage'
import { readStoredDocument } from '@samenreis/server/sync/storedDocument'
import { onTestFinished } from 'vitest'
import { roomA } from '../contract/roomFixture.ts'
import { DurableClient } from './DurableClient.ts'
import { tokenOf } from './TestAdmissions.ts'

/** Below the 20 frames a second that a browser sends. */
const EDIT_MS = 60

// Every stock provider listens for the end of the process.
process.setMaxListeners(100)

/** People who go on writing whatever happens to the server. */
export class TirelessWriters {
  readonly all: readonly DurableClient[]
  readonly #timer: NodeJS.Timeout

  constructor(server: { readonly syncUrl: string }, count: number, { editMs = EDIT_MS } = {}) {
    this.all = Array.from({ length: count }, (_, number) => {
      const name = `w${number}`
      return new DurableClient(server.syncUrl, roomA, name, tokenOf(`pa_${name}`))
    })
    this.#timer = setInterval(() => {
      for (const writer of this.all) if (writer.provider.synced || writer.made > 0) writer.edit()
    }, editMs)
    onTestFinished(() => this.rest())
  }

  /** Edits that the server said are stored. */
  get acknowledged(): number {
    return this.all.reduce((sum, writer) => sum + writer.acknowledged, 0)
  }

  get made(): number {
    return this.all.reduce((sum, writer) => sum + writer.made, 0)
  }

  acknowledgedIds(): string[] {
    return this.all.flatMap((writer) => writer.acknowledgedIds())
  }

  rest(): void {
    clearInterval(this.#timer)
  }
}

/** What the database alone says of the room: read as at a start, which also checks that the log has no gap (I6). */
export function storedRoom(folder: string): { ids: string[]; stored: StoredDocument } {
  const database = new SqliteDatabase(join(folder, 'samenreis.sqlite'))
  try {
    const stored = database.documents.loadDocument(roomA)
    if (stored === null) throw new Error('The room is gone')
    if (stored.damage !== undefined) throw new Error(`The log is damaged from ${stored.damage.from} on`)
    return { ids: [...readStoredDocument(stored).records.keys()].toSorted(), stored }
  } finally {
    database.close()
  }
}
