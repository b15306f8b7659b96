import type { Log } from '../log.ts'
import type { RescueFiles } from '../rescue/RescueFiles.ts'
import type { Room } from './Room.ts'

/** How often a room is written again because something was accepted while it was being written. */
const ATTEMPTS = 3

/** Keeps what cannot be stored in a second place (reliability.md C2). */
export class RoomRescue {
  readonly #files: RescueFiles | null
  /** How much of each room is in a file that is no proof: it is not written again for nothing. */
  readonly #unverified = new WeakMap<Room, number>()
  readonly #log: Log

  /** @param files null where no second place is set: then nothing is kept, and the log says so */
  constructor(files: RescueFiles | null, log: Log) {
    this.#files = files
    this.#log = log
  }

  /**
   * A board that does not read back as it is in memory is kept as well, since nothing else is left of it; but then memory is not given up
   * for it. @returns whether everything that the room accepted until this moment is in a file, for certain
   */
  async keep({ room }: { readonly room: Room }): Promise<boolean> {
    if (this.#files === null) {
      this.#log.error('rescue-not-set', { room: room.id, numbers: { bytes: room.unsavedBytes } })
      return false
    }
    if (this.#unverified.get(room) === room.acceptedMark) return false
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const { bytes: state, clients, mark, isVerified } = room.rescued()
        await this.#files.write({ roomId: room.id, epoch: room.epoch, state, clients })
        if (mark !== room.acceptedMark) continue
        this.#log.error(isVerified ? 'room-rescued' : 'room-rescued-unverified', {
          room: room.id,
          numbers: { bytes: state.byteLength },
        })
        if (!isVerified) this.#unverified.set(room, mark)
        return isVerified
      }
    } catch (error) {
      this.#log.error('rescue-failed', { room: room.id, error })
    }
    return false
  }

  /** Keeps of these rooms what is not stored, for as long as there is time. */
  async keepUnsaved(rooms: readonly { readonly room: Room }[], limitMs: number): Promise<void> {
    const kept = Promise.all(rooms.filter(({ room }) => room.hasUnsaved).map((room) => this.keep(room)))
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs)
    })
    await Promise.race([kept, tooLate])
    clearTimeout(timer)
  }
}
