import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { z } from 'zod'

/** First bytes of every rescue file, and part of what the key vouches for. */
const HEADER = Buffer.from('samenreis-rescue/1\n')
const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
/** People's stories are in it: for the owner of the process alone. */
const FILE_MODE = 0o600

const Content = z.object({
  roomId: RoomId,
  epoch: z.string(),
  savedAt: z.iso.datetime(),
  /** The whole document as one Yjs update, base64. */
  state: z.base64(),
  clients: z.array(z.tuple([z.number().int(), ParticipantId])),
})

/** All of a room's board that the server accepted, stored or not. */
export interface RescuedRoom {
  readonly roomId: RoomId
  readonly epoch: string
  readonly state: Uint8Array
  readonly clients: ReadonlyMap<number, ParticipantId>
}

/** It is no rescue file, it was damaged, or another key made it. */
export class RescueFileError extends Error {
  override readonly name = 'RescueFileError'
}

/**
 * Boards that could not be stored for a long time, as files in a second place (reliability.md C2): encrypted with AES-256-GCM,
 * because they hold what people told. Their names say nothing of the room.
 */
export class RescueFiles {
  readonly #folder: string
  readonly #key: Buffer

  /** @param key 32 bytes */
  constructor({ folder, key }: { folder: string; key: Buffer }) {
    this.#folder = folder
    this.#key = key
  }

  /** Resolves with the path when the file and its name are on disk. @throws what the file system gives */
  async write({ roomId, epoch, state, clients }: RescuedRoom, now: Date = new Date()): Promise<string> {
    const content: z.output<typeof Content> = {
      roomId,
      epoch,
      savedAt: now.toISOString(),
      state: Buffer.from(state).toString('base64'),
      clients: [...clients],
    }
    await mkdir(this.#folder, { recursive: true })
    const name = `rescue-${now.toISOString().replaceAll(':', '-')}-${randomBytes(4).toString('hex')}.samenreis`
    const path = join(this.#folder, name)
    const file = await open(`${path}.part`, 'wx', FILE_MODE)
    try {
      await file.writeFile(this.#encrypted(JSON.stringify(content)))
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(`${path}.part`, path)
    const folder = await open(this.#folder)
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
    return path
  }

  /** @throws RescueFileError, and what the file system gives */
  async read(path: string): Promise<RescuedRoom> {
    const bytes = await readFile(path)
    const { roomId, epoch, state, clients } = Content.parse(JSON.parse(this.#decrypted(bytes)))
    return { roomId, epoch, state: Buffer.from(state, 'base64'), clients: new Map(clients) }
  }

  /**
   * Takes away every file of a room that was erased, or of which something was. Files that this key cannot read are left: they are
   * nobody's who has the key. @returns how many
   */
  async removeOf(roomId: RoomId): Promise<number> {
    let removed = 0
    const names = await readdir(this.#folder).catch(() => [])
    for (const name of names.filter((each) => /^rescue-.*\.samenreis(\.part)?$/.test(each))) {
      const path = join(this.#folder, name)
      const isOfRoom = await this.read(path).then(
        (rescued) => rescued.roomId === roomId,
        () => false,
      )
      if (!isOfRoom) continue
      await unlink(path)
      removed += 1
    }
    return removed
  }

  #encrypted(text: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv(CIPHER, this.#key, nonce).setAAD(HEADER)
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
    return Buffer.concat([HEADER, nonce, cipher.getAuthTag(), body])
  }

  #decrypted(bytes: Buffer): string {
    if (!bytes.subarray(0, HEADER.byteLength).equals(HEADER)) throw new RescueFileError('This is no rescue file.')
    const nonceEnd = HEADER.byteLength + NONCE_BYTES
    const tagEnd = nonceEnd + TAG_BYTES
    try {
      const decipher = createDecipheriv(CIPHER, this.#key, bytes.subarray(HEADER.byteLength, nonceEnd), {
        authTagLength: TAG_BYTES,
      })
      decipher.setAAD(HEADER).setAuthTag(bytes.subarray(nonceEnd, tagEnd))
      return Buffer.concat([decipher.update(bytes.subarray(tagEnd)), decipher.final()]).toString('utf8')
    } catch (error) {
      throw new RescueFileError('The file was damaged, or RESCUE_KEY is not the one it was made with.', {
        cause: error,
      })
    }
  }
}
