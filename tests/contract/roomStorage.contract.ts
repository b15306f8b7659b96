import type { RoomId } from '@samenreis/model/ids/roomId'
import type { RoomBatch } from '@samenreis/server/storage/RoomStorage'
import type { Storage } from '@samenreis/server/storage/Storage'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ben, bytesOf, newRoom, nora, roomA, roomB } from './roomFixture.ts'

/** What every store of documents keeps to (storage/RoomStorage.ts). `open` gives an empty one. */
export function describeRoomStorage(name: string, open: () => Promise<Storage>): void {
  const opened = async (): Promise<Storage> => {
    const storage = await open()
    onTestFinished(() => storage.close())
    return storage
  }
  const batch = (roomId: RoomId, first: number, ...updates: Uint8Array[]): RoomBatch => ({
    roomId,
    epoch: `epoch-${roomId.slice(0, 1)}`,
    updates: updates.map((bytes, index) => ({ sequence: first + index, bytes })),
    clients: new Map(),
  })

  describe(`documents: ${name}`, () => {
    test('[ST1] a room that was never created is null, a new one has its first content as sequences 1, 2 …', async () => {
      const { documents, directory } = await opened()
      expect(await documents.loadDocument(roomA)).toBeNull()
      await directory.createRoom(newRoom(roomA, [bytesOf(1), bytesOf(2, 3)]))
      const stored = await documents.loadDocument(roomA)
      expect(stored).toMatchObject({ epoch: 'epoch-a', snapshot: null })
      expect(stored?.updates.map(({ sequence, bytes }) => [sequence, [...bytes]])).toEqual([
        [1, [1]],
        [2, [2, 3]],
      ])
      expect(stored?.clients.size).toBe(0)
    })

    test('[ST2] an append over several rooms is all or nothing', async () => {
      const { documents, directory } = await opened()
      await directory.createRoom(newRoom(roomA))
      await directory.createRoom(newRoom(roomB))
      await documents.append([batch(roomA, 1, bytesOf(1), bytesOf(2)), batch(roomB, 1, bytesOf(9))])
      const broken = [batch(roomA, 3, bytesOf(3)), batch(roomB, 7, bytesOf(8))]
      await expect(documents.append(broken)).rejects.toBeInstanceOf(StorageUnavailableError)
      expect((await documents.loadDocument(roomA))?.updates).toHaveLength(2)
      expect((await documents.loadDocument(roomB))?.updates).toHaveLength(1)
    })

    test('[ST3] sequences have no gap and no repetition', async () => {
      const { documents, directory } = await opened()
      await directory.createRoom(newRoom(roomA, [bytesOf(1)]))
      for (const first of [0, 1, 3]) {
        await expect(documents.append([batch(roomA, first, bytesOf(5))])).rejects.toBeInstanceOf(
          StorageUnavailableError,
        )
      }
      await documents.append([batch(roomA, 2, bytesOf(5))])
      expect((await documents.loadDocument(roomA))?.updates.map(({ sequence }) => sequence)).toEqual([1, 2])
    })

    test('[ST4] another epoch and a room that is not there are refused, for appending and for compacting', async () => {
      const { documents, directory } = await opened()
      await directory.createRoom(newRoom(roomA, [bytesOf(1)]))
      const other = { ...batch(roomA, 2, bytesOf(5)), epoch: 'older' }
      await expect(documents.append([other])).rejects.toBeInstanceOf(StorageUnavailableError)
      await expect(documents.append([batch(roomB, 1, bytesOf(5))])).rejects.toBeInstanceOf(StorageUnavailableError)
      const snapshot = { sequence: 1, bytes: bytesOf(1) }
      await expect(documents.compact(roomA, 'older', snapshot)).rejects.toBeInstanceOf(StorageUnavailableError)
      await expect(documents.compact(roomB, 'epoch-b', snapshot)).rejects.toBeInstanceOf(StorageUnavailableError)
      expect(await documents.loadDocument(roomA)).toMatchObject({ snapshot: null, updates: [{ sequence: 1 }] })
    })

    test('[ST5] compacting replaces what it covers and keeps what came later', async () => {
      const { documents, directory } = await opened()
      await directory.createRoom(newRoom(roomA, [bytesOf(1), bytesOf(2), bytesOf(3)]))
      await documents.compact(roomA, 'epoch-a', { sequence: 2, bytes: bytesOf(12) })
      const stored = await documents.loadDocument(roomA)
      expect([stored?.snapshot?.sequence, [...(stored?.snapshot?.bytes ?? [])]]).toEqual([2, [12]])
      expect(stored?.updates.map(({ sequence }) => sequence)).toEqual([3])
      await documents.append([batch(roomA, 4, bytesOf(4))])
      await documents.compact(roomA, 'epoch-a', { sequence: 4, bytes: bytesOf(14) })
      await documents.append([batch(roomA, 5, bytesOf(5))])
      const later = await documents.loadDocument(roomA)
      expect([later?.snapshot?.sequence, later?.updates.map(({ sequence }) => sequence)]).toEqual([4, [5]])
    })

    test('[ST5] a snapshot beyond the log, or before the one that is stored, is refused', async () => {
      const { documents, directory } = await opened()
      await directory.createRoom(newRoom(roomA, [bytesOf(1), bytesOf(2), bytesOf(3)]))
      await documents.compact(roomA, 'epoch-a', { sequence: 2, bytes: bytesOf(12) })
      for (const sequence of [1, 4]) {
        const snapshot = { sequence, bytes: bytesOf(9) }
        await expect(documents.compact(roomA, 'epoch-a', snapshot)).rejects.toBeInstanceOf(StorageUnavailableError)
      }
      expect((await documents.loadDocument(roomA))?.snapshot?.sequence).toBe(2)
    })

    test('[ST6] claims of client ids are stored with their update, and nobody takes another one’s', async () => {
      const { documents, directory } = await opened()
      await directory.createRoom(newRoom(roomA))
      const high = 4_294_967_295
      await documents.append([{ ...batch(roomA, 1, bytesOf(1)), clients: new Map([[high, nora]]) }])
      const stolen = { ...batch(roomA, 2, bytesOf(2)), clients: new Map([[high, ben]]) }
      await expect(documents.append([stolen])).rejects.toBeInstanceOf(StorageUnavailableError)
      await documents.append([
        {
          ...batch(roomA, 2, bytesOf(2)),
          clients: new Map([
            [high, nora],
            [7, ben],
          ]),
        },
      ])
      await documents.compact(roomA, 'epoch-a', { sequence: 2, bytes: bytesOf(12) })
      const stored = await documents.loadDocument(roomA)
      expect(stored?.clients).toEqual(
        new Map([
          [high, nora],
          [7, ben],
        ]),
      )
    })

    test('[VS1] a document that is replaced leaves nothing of itself but which client ids it had', async () => {
      const { documents, directory } = await opened()
      await directory.createRoom(newRoom(roomA, [bytesOf(1), bytesOf(2), bytesOf(3)]))
      await directory.createRoom(newRoom(roomB, [bytesOf(9)]))
      await documents.compact(roomA, 'epoch-a', { sequence: 2, bytes: bytesOf(12) })
      await documents.append([{ ...batch(roomA, 4, bytesOf(4)), clients: new Map([[7, nora]]) }])
      const snapshot = bytesOf(0, 20, 0)
      const made = documents.replaceDocument(roomA, 'epoch-a', {
        epoch: 'anew',
        snapshot: snapshot.subarray(1, 2),
        clients: new Map([[21, ben]]),
        retired: [7, 4_294_967_295],
      })
      expect(await made).toBe(5)
      snapshot.fill(0)
      expect(await documents.loadDocument(roomA)).toEqual({
        epoch: 'anew',
        snapshot: { sequence: 5, bytes: bytesOf(20) },
        updates: [],
        clients: new Map([[21, ben]]),
        retired: new Set([7, 4_294_967_295]),
      })
      expect(await documents.loadDocument(roomB)).toMatchObject({ epoch: 'epoch-b', updates: [{ sequence: 1 }] })
      // Goes on behind it, under the new epoch alone.
      const behind = { ...batch(roomA, 6, bytesOf(6)), epoch: 'anew', clients: new Map([[7, ben]]) }
      await documents.append([behind])
      await documents.compact(roomA, 'anew', { sequence: 6, bytes: bytesOf(16) })
      expect(
        await documents.replaceDocument(roomA, 'anew', {
          epoch: 'again',
          snapshot,
          clients: new Map(),
          retired: [8],
        }),
      ).toBe(7)
      expect((await documents.loadDocument(roomA))?.retired).toEqual(new Set([7, 8, 4_294_967_295]))
    })

    test('[VS1] a document of another epoch, of no room, or within its epoch is not replaced', async () => {
      const { documents, directory } = await opened()
      await directory.createRoom(newRoom(roomA, [bytesOf(1)]))
      const document = { epoch: 'anew', snapshot: bytesOf(9), clients: new Map(), retired: [1] }
      for (const [room, from, to] of [
        [roomA, 'older', 'anew'],
        [roomB, 'epoch-b', 'anew'],
        [roomA, 'epoch-a', 'epoch-a'],
      ] as const) {
        const made = documents.replaceDocument(room, from, { ...document, epoch: to })
        await expect(made).rejects.toBeInstanceOf(StorageUnavailableError)
      }
      expect(await documents.loadDocument(roomA)).toMatchObject({
        epoch: 'epoch-a',
        snapshot: null,
        updates: [{ sequence: 1 }],
        retired: new Set(),
      })
    })

    test('[ST7] what was given is copied: a caller may use its bytes again', async () => {
      const { documents, directory } = await opened()
      await directory.createRoom(newRoom(roomA))
      const bytes = bytesOf(1, 2, 3)
      const appended = documents.append([batch(roomA, 1, bytes.subarray(1, 2))])
      await appended
      bytes.fill(0)
      expect([...((await documents.loadDocument(roomA))?.updates[0]?.bytes ?? [])]).toEqual([2])
    })

    test('[FS2] rooms with a long log are named, no more than asked for', async () => {
      const { documents, directory } = await opened()
      await directory.createRoom(newRoom(roomA, [bytesOf(1), bytesOf(2)]))
      await directory.createRoom(newRoom(roomB, [bytesOf(1)]))
      expect(await documents.roomsWithLog({ rows: 1, limit: 5 })).toEqual([roomA])
      expect(await documents.roomsWithLog({ rows: 0, limit: 5 })).toHaveLength(2)
      expect(await documents.roomsWithLog({ rows: 0, limit: 1 })).toHaveLength(1)
      await documents.compact(roomA, 'epoch-a', { sequence: 2, bytes: bytesOf(12) })
      expect(await documents.roomsWithLog({ rows: 0, limit: 5 })).toEqual([roomB])
    })

    test('[ST8] a store that cannot be used rejects, and never answers as if it were empty', async () => {
      const storage = await opened()
      const { documents, directory } = storage
      await directory.createRoom(newRoom(roomA))
      await storage.close()
      await expect(documents.loadDocument(roomA)).rejects.toBeInstanceOf(StorageUnavailableError)
      await expect(documents.append([batch(roomA, 1, bytesOf(1))])).rejects.toBeInstanceOf(StorageUnavailableError)
      await expect(documents.compact(roomA, 'epoch-a', { sequence: 0, bytes: bytesOf() })).rejects.toBeInstanceOf(
        StorageUnavailableError,
      )
    })
  })
}
