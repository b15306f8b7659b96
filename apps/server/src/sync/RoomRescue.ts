import type { Log } from '../log.ts'
import type { RescueFiles } from '../rescue/RescueFiles.ts'
import type { LiveRoom } from './LiveRoom.ts'

/** How often a room is written again because something was accepted while it was being written. */
const ATTEMPTS = 3

/** Keeps what cannot be stored in a second place (reliability.md C2). */
export class RoomRescue {
  readonly #files: RescueFiles | null
  readonly #log: Log

  /** @param files null where no second place is set: then nothing is kept, and the log says so */
  constructor(files: RescueFiles | null, log: Log) {
    this.#files = files
    this.#log = log
  }

  /** @returns whether everything that the room accepted until this moment is in a file */
  async keep({ room }: LiveRoom): Promise<boolean> {
    if (this.#files === null) {
      this.#log.error('rescue-not-set', { room: room.id, numbers: { bytes: room.unsavedBytes } })
      return false
    }
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const { bytes: state, clients, mark } = room.rescued()
        await this.#files.write({ roomId: room.id, epoch: room.epoch, state, clients })
        if (mark !== room.acceptedMark) continue
        this.#log.error('room-rescued', { room: room.id, numbers: { bytes: state.byteLength } })
        return true
      }
    } catch (error) {
      this.#log.error('rescue-failed', { room: room.id, error })
    }
    return false
  }

  /** Keeps of these rooms what is not stored, for as long as there is time. */
  async keepUnsaved(rooms: readonly LiveRoom[], limitMs: number): Promise<void> {
    const kept = Promise.all(rooms.filter(({ room }) => room.hasUnsaved).map((room) => this.keep(room)))
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs)
    })
    await Promise.race([kept, tooLate])
    clearTimeout(timer)
  }
}
