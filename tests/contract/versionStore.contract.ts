import type { VersionReason } from '@samenreis/model/api/versions'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Storage } from '@samenreis/server/storage/Storage'
import { StorageUnavailableError } from '@samenreis/server/storage/StorageUnavailableError'
import type { VersionRecord } from '@samenreis/server/storage/VersionStore'
import { describe, expect, onTestFinished, test } from 'vitest'
import { bytesOf, newRoom, roomA, roomB } from './roomFixture.ts'

function version(roomId: RoomId, minute: number, reason: VersionReason = 'automatic'): VersionRecord {
  const clock = (hour: number): string => `2026-11-22T${hour}:${String(minute).padStart(2, '0')}:00.000Z`
  return {
    id: `v${minute}-${reason}`,
    roomId,
    reason,
    name: '',
    keptAt: clock(10),
    expiresAt: clock(20),
    sequence: minute,
    digest: `digest-${minute}`,
    cards: 3,
    restores: null,
  }
}

/** What every store of earlier boards keeps to (storage/VersionStore.ts). `open` gives an empty one. */
export function describeVersionStore(name: string, open: () => Promise<Storage>): void {
  const opened = async (): Promise<Storage> => {
    const storage = await open()
    onTestFinished(() => storage.close())
    await storage.directory.createRoom(newRoom(roomA))
    await storage.directory.createRoom(newRoom(roomB))
    return storage
  }

  describe(`versions: ${name}`, () => {
    test('[VS5] versions of a room come newest first, each with the bytes that it was given', async () => {
      const { versions } = await opened()
      const bytes = bytesOf(0, 7, 0)
      const named = { ...version(roomA, 20, 'named'), name: 'Na de pauze', restores: 'v1' }
      await versions.saveVersion(named, bytes.subarray(1, 2), 9)
      await versions.saveVersion(version(roomA, 10), bytesOf(1), 9)
      await versions.saveVersion(version(roomA, 20), bytesOf(2), 9)
      await versions.saveVersion(version(roomB, 30), bytesOf(3), 9)
      bytes.fill(0)
      expect(await versions.versionsOf(roomA)).toEqual([version(roomA, 20), named, version(roomA, 10)])
      expect([...((await versions.versionContent(roomA, named.id)) ?? [])]).toEqual([7])
      expect(await versions.versionContent(roomB, named.id)).toBeNull()
      await expect(versions.saveVersion(named, bytesOf(9), 9)).rejects.toBeInstanceOf(StorageUnavailableError)
      expect([...((await versions.versionContent(roomA, named.id)) ?? [])]).toEqual([7])
    })

    test('[VS6] of one reason the oldest give way, of another and in another room nothing does', async () => {
      const { versions } = await opened()
      await versions.saveVersion(version(roomA, 1, 'named'), bytesOf(1), 9)
      await versions.saveVersion(version(roomB, 1), bytesOf(1), 2)
      for (const minute of [2, 3, 4]) await versions.saveVersion(version(roomA, minute), bytesOf(minute), 2)
      const ids = async (room: RoomId): Promise<string[]> => (await versions.versionsOf(room)).map(({ id }) => id)
      expect([await ids(roomA), await ids(roomB)]).toEqual([
        ['v4-automatic', 'v3-automatic', 'v1-named'],
        ['v1-automatic'],
      ])
      expect(await versions.versionContent(roomA, 'v2-automatic')).toBeNull()
    })

    test('[VS6] what expired goes, in every room; all versions of one room go at once', async () => {
      const { versions } = await opened()
      for (const minute of [1, 2, 3]) await versions.saveVersion(version(roomA, minute), bytesOf(minute), 9)
      await versions.saveVersion(version(roomB, 1), bytesOf(1), 9)
      await versions.saveVersion(version(roomB, 5), bytesOf(1), 9)
      expect(await versions.eraseExpiredVersions('2026-11-22T20:02:00.000Z')).toBe(3)
      expect(await versions.eraseExpiredVersions('2026-11-22T20:02:00.000Z')).toBe(0)
      expect((await versions.versionsOf(roomA)).map(({ id }) => id)).toEqual(['v3-automatic'])
      await versions.eraseVersions(roomA)
      expect([await versions.versionsOf(roomA), await versions.versionContent(roomA, 'v3-automatic')]).toEqual([
        [],
        null,
      ])
      expect(await versions.versionsOf(roomB)).toHaveLength(1)
    })

    test('[ST8] a store of versions that cannot be used rejects', async () => {
      const storage = await opened()
      await storage.close()
      const { versions } = storage
      for (const asked of [
        versions.versionsOf(roomA),
        versions.versionContent(roomA, 'v1'),
        versions.saveVersion(version(roomA, 1), bytesOf(1), 9),
        versions.eraseVersions(roomA),
        versions.eraseExpiredVersions('2026-11-22T20:02:00.000Z'),
      ]) {
        await expect(asked).rejects.toBeInstanceOf(StorageUnavailableError)
      }
    })
  })
}
