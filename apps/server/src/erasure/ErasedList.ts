import { createHash } from 'node:crypto'
import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { z } from 'zod'

/** Name of the list's file, in the data folder and beside every backup. */
export const ERASED_LIST_FILE = 'erased.jsonl'

/** Why something was erased: somebody asked for it, or the room's end came. */
export type ErasureCause = 'facilitator' | 'participant' | 'retention'

/** One erasure: which, when and by whom, as hashes; nothing of what was erased. */
export const Erased = z.object({
  at: z.iso.datetime(),
  /** SHA-256 of the room's id, hex. */
  room: z.string(),
  /** SHA-256 of the participant whose contribution went; null = the whole room. */
  person: z.string().nullable(),
  cause: z.enum(['facilitator', 'participant', 'retention']),
  /** SHA-256 of the participant who asked for it; null = the room's end came. */
  by: z.string().nullable(),
})
export type Erased = z.infer<typeof Erased>

/** The store was written anew after all erasures above. */
const Purged = z.object({ purgedAt: z.iso.datetime() })

/**
 * What was erased, so that it stays so when a backup from before is put back (reliability.md C8.9); at the same time the audit
 * trail. A file of its own, because a table would go back in time with the database. It only grows; a line is on disk before
 * anything is taken away.
 */
export class ErasedList {
  readonly #file: FileHandle | null
  readonly #entries: Erased[]
  #needsPurge: boolean

  /** A list that is forgotten with the process: tests, and stores in memory. */
  static inMemory(): ErasedList {
    return new ErasedList(null, { entries: [], needsPurge: false })
  }

  /**
   * Opens the list, and makes it when it is absent. A last line that a crash cut off is passed over: what it was about was not begun.
   * @throws what the file system gives
   */
  static async open(path: string): Promise<ErasedList> {
    await mkdir(dirname(path), { recursive: true })
    const read = await readList(path)
    return new ErasedList(await open(path, 'a', 0o600), read)
  }

  private constructor(file: FileHandle | null, { entries, needsPurge }: ReadList) {
    this.#file = file
    this.#entries = entries
    this.#needsPurge = needsPurge
  }

  /** Whether something was erased since the store was written anew. */
  get needsPurge(): boolean {
    return this.#needsPurge
  }

  /** Resolves when the line would survive a power cut. */
  async add(entry: Erased): Promise<void> {
    await this.#append(entry)
    this.#entries.push(entry)
    this.#needsPurge = true
  }

  /** @param at ISO date-time */
  async notePurge(at: string): Promise<void> {
    await this.#append({ purgedAt: at })
    this.#needsPurge = false
  }

  hasRoom(roomId: RoomId): boolean {
    const room = hashOfId(roomId)
    return this.#entries.some((entry) => entry.room === room && entry.person === null)
  }

  /** Whether anybody's contribution to this room was erased. */
  hasPeopleOf(roomId: RoomId): boolean {
    const room = hashOfId(roomId)
    return this.#entries.some((entry) => entry.room === room && entry.person !== null)
  }

  /** Whether the contribution of this person was erased. */
  hasPerson(roomId: RoomId, participantId: ParticipantId): boolean {
    const [room, person] = [hashOfId(roomId), hashOfId(participantId)]
    return this.#entries.some((entry) => entry.room === room && entry.person === person)
  }

  async close(): Promise<void> {
    await this.#file?.close()
  }

  async #append(line: Erased | z.infer<typeof Purged>): Promise<void> {
    // Begins with the end of a line: one that a crash cut off must not swallow this one.
    await this.#file?.appendFile(`\n${JSON.stringify(line)}\n`)
    await this.#file?.sync()
  }
}

/** Ids are random enough (130 and 95 bits) that nobody finds one by trying. */
export function hashOfId(id: RoomId | ParticipantId): string {
  return createHash('sha256').update(id).digest('hex')
}

interface ReadList {
  readonly entries: Erased[]
  readonly needsPurge: boolean
}

/** What the list at this place holds; nothing when there is none. @throws what the file system gives */
async function readList(path: string): Promise<ReadList> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  const entries: Erased[] = []
  let needsPurge = false
  for (const line of text.split('\n')) {
    const read = jsonOf(line)
    const entry = Erased.safeParse(read)
    if (entry.success) {
      entries.push(entry.data)
      needsPurge = true
    } else if (Purged.safeParse(read).success) needsPurge = false
  }
  return { entries, needsPurge }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
