import { z } from 'zod'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { RoomId } from '@samenreis/model/ids/roomId'

const DATABASE = 'samenreis.unstored'
const COPIES = 'copies'
const VERSION = 1

/** What one tab did and the server has not said it stored, as it stands on the device. */
export const StoredCopy = z.object({
  roomId: RoomId,
  /** Client id of the tab's document; with the room it names the copy. */
  documentId: z.number(),
  participantId: ParticipantId,
  /** Of the board that it was made on; with another one it is not merged. */
  epoch: z.string(),
  /** Of the layout that it was made in, the first where it says none; in another one its fields may mean something else (reliability.md F17). */
  schemaVersion: z.number().default(1),
  /** Own structs that are not stored, and deletions; nobody else's words. */
  update: z.instanceof(Uint8Array),
  /** On how many things of the board something of it is. */
  changes: z.number(),
  /** When the first of it was made, in ms since 1970 by the device's clock; shown, never compared. */
  since: z.number(),
  texts: z.array(z.object({ recordId: z.string(), field: z.string(), text: z.string() })),
})
export type StoredCopy = z.infer<typeof StoredCopy>

/** What the device must do for copies. Every promise rejects when the device cannot. */
export interface CopyShelf {
  /** Resolves when the device says that it stands there. */
  put(copy: StoredCopy): Promise<void>
  remove(roomId: RoomId, documentId: number): Promise<void>
  of(roomId: RoomId): Promise<readonly StoredCopy[]>
  /** Takes away everything of a room. */
  wipe(roomId: RoomId): Promise<void>
  /** Called when the device took away what stood there, or closed it: nothing may be said to be kept any more (F93). */
  onTaken: (() => void) | null
}

/** Copies in the browser's IndexedDB. A database of an older page that does not let go is an error, never a wait for ever. */
export class DeviceStore implements CopyShelf {
  onTaken: (() => void) | null = null
  private opened: Promise<IDBDatabase> | null = null

  put(copy: StoredCopy): Promise<void> {
    return this.write((copies) => copies.put(copy))
  }

  remove(roomId: RoomId, documentId: number): Promise<void> {
    return this.write((copies) => copies.delete([roomId, documentId]))
  }

  async of(roomId: RoomId): Promise<readonly StoredCopy[]> {
    const database = await this.database()
    return new Promise((resolve, reject) => {
      const request = database.transaction(COPIES).objectStore(COPIES).getAll(allOf(roomId))
      request.onerror = () => reject(problem(request.error))
      request.onsuccess = () =>
        resolve(
          request.result.flatMap((each: unknown) => {
            const copy = StoredCopy.safeParse(each)
            return copy.success ? [copy.data] : []
          }),
        )
    })
  }

  wipe(roomId: RoomId): Promise<void> {
    return this.write((copies) => copies.delete(allOf(roomId)))
  }

  private async write(change: (copies: IDBObjectStore) => void): Promise<void> {
    const database = await this.database()
    await new Promise<void>((resolve, reject) => {
      // Strict: complete means that the device has it, not that its memory has.
      const transaction = database.transaction(COPIES, 'readwrite', { durability: 'strict' })
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(problem(transaction.error))
      change(transaction.objectStore(COPIES))
    })
  }

  private database(): Promise<IDBDatabase> {
    this.opened ??= open(() => {
      this.opened = null
      this.onTaken?.()
    })
    // A device that refused once may have room later.
    this.opened.catch(() => {
      this.opened = null
    })
    return this.opened
  }
}

/** @param taken called when the database is not to be used any more */
function open(taken: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION)
    request.onupgradeneeded = () => request.result.createObjectStore(COPIES, { keyPath: ['roomId', 'documentId'] })
    request.onsuccess = () => {
      const database = request.result
      // Another page deletes it, or brings it to another version.
      database.onversionchange = () => {
        database.close()
        taken()
      }
      // The browser did by itself: it needed the room, somebody cleared what this site keeps, or the disk broke.
      database.onclose = taken
      resolve(database)
    }
    request.onerror = () => reject(problem(request.error))
    request.onblocked = () => reject(problem(null))
  })
}

function allOf(roomId: RoomId): IDBKeyRange {
  return IDBKeyRange.bound([roomId], [roomId, []])
}

function problem(error: DOMException | null): Error {
  return error ?? new Error('The device does not take it')
}
