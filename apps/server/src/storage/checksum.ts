import { crc32 } from 'node:zlib'
import type { RoomId } from '@samenreis/model/ids/roomId'

/** CRC-32 over the bytes and the place where they belong, so that a row in the wrong place does not match either. */
export function checksumOf(roomId: RoomId, sequence: number, bytes: Uint8Array): number {
  return crc32(bytes, crc32(`${roomId}/${sequence}`))
}

/** Whether the bytes of a row are those that were written with its checksum. */
export function matches(roomId: RoomId, { sequence, bytes, checksum }: ChecksummedRow): boolean {
  return checksumOf(roomId, sequence, bytes) === checksum
}

interface ChecksummedRow {
  readonly sequence: number
  readonly bytes: Uint8Array
  readonly checksum: number
}
