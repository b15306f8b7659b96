import { messageTypes, syncTypes } from '@samenreis/model/protocol/messages'
import type { RoomBatch, RoomStorage } from '@samenreis/server/storage/RoomStorage'
import type { Sabotage } from './Sabotage.ts'

/** The first update that a client would get after so many is the one that gets lost. */
const LOST_UPDATE = 20
/** The compaction that goes wrong; the room is loaded again at the end of every run. */
const WRONG_COMPACTION = 2

/** Bugs that were seen in the field, each as little as it takes (reliability.md, "Test the tests"). */
export const plantedBugs: Readonly<Record<string, () => Sabotage>> = {
  'relay before commit': () => ({
    afterReading: (frame, _from, others) => {
      if (isSync(frame, syncTypes.update)) for (const other of others) other.send(frame)
    },
  }),
  'relay step 2 to all': () => ({
    afterReading: (frame, _from, others) => {
      if (isSync(frame, syncTypes.step2)) for (const other of others) other.send(frame)
    },
  }),
  'drop one update': () => {
    let updates = 0
    return {
      lets: (frame) => {
        if (isSync(frame, syncTypes.update)) updates += 1
        return !(isSync(frame, syncTypes.update) && updates === LOST_UPDATE)
      },
    }
  },
  'acknowledge before commit': () => ({
    around: (documents) => ({
      ...portOf(documents),
      append: (batches) => {
        // What becomes of it nobody waits for.
        void documents.append(batches).catch(() => undefined)
        return Promise.resolve()
      },
    }),
  }),
  'forget one update in a compaction': () => {
    let compactions = 0
    let before: Uint8Array | null = null
    return {
      around: (documents) => ({
        ...portOf(documents),
        compact: (roomId, epoch, snapshot) => {
          compactions += 1
          const old = before
          before = snapshot.bytes
          const bytes = compactions === WRONG_COMPACTION && old !== null ? old : snapshot.bytes
          return documents.compact(roomId, epoch, { ...snapshot, bytes })
        },
      }),
    }
  },
  'forget who owns a client id': () => ({
    around: (documents) => ({
      ...portOf(documents),
      append: (batches: readonly RoomBatch[]) =>
        documents.append(batches.map((batch) => ({ ...batch, clients: new Map() }))),
    }),
  }),
}

function portOf(documents: RoomStorage): RoomStorage {
  return {
    loadDocument: (roomId) => documents.loadDocument(roomId),
    append: (batches) => documents.append(batches),
    compact: (roomId, epoch, snapshot) => documents.compact(roomId, epoch, snapshot),
    replaceDocument: (roomId, fromEpoch, document) => documents.replaceDocument(roomId, fromEpoch, document),
    roomsWithLog: (options) => documents.roomsWithLog(options),
  }
}

function isSync([type, sub]: Uint8Array, wanted: number): boolean {
  return type === messageTypes.sync && sub === wanted
}
