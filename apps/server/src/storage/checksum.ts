import { crc32 } from 'node:zlib'
import type { RoomId } from '@samenreis/model/ids/roomId'

/** Bytes of a row do not match what was written with them (reliability.md F30). Nothing is repaired or overwritten. */
export class StorageDamagedError extends Error {
  override readonly name = 'StorageDamagedError'
}

/** CRC-32 over the bytes and the place where they belong, so that a row in the wrong place does not match either. */
export function checksumOf(roomId: RoomId, sequence: number, bytes: Uint8Array): number {
  return crc32(bytes, crc32(`${roomId}/${sequence}`))
}

/** @throws StorageDamagedError */
export function verifyChecksum(roomId: RoomId, sequence: number, bytes: Uint8Array, checksum: number): void {
  if (checksumOf(roomId, sequence, bytes) !== checksum) {
    throw new StorageDamagedError('Stored bytes differ from what was written')
  }
}
