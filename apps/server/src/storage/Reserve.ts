import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const MIB = 1024 * 1024
/** The reserve is laid aside only where this many times its size would stay free. */
const ROOM_TO_SPARE = 4

/**
 * Room on the disk that is laid aside and given up when the disk is full, so that what is in memory can still be stored
 * (reliability.md F25). It is filled: a file with holes takes no room.
 */
export class Reserve {
  readonly #path: string
  readonly #bytes: number

  /** @param bytes how much; 0 for none */
  constructor(databasePath: string, bytes: number) {
    this.#path = `${databasePath}.reserve`
    this.#bytes = bytes
  }

  get isHeld(): boolean {
    return existsSync(this.#path)
  }

  /** Lays it aside, unless it is there, or there is too little room to take any. */
  hold(): void {
    if (this.#bytes === 0 || this.isHeld) return
    const { bavail, bsize } = statfsSync(dirname(this.#path))
    if (bavail * bsize < ROOM_TO_SPARE * this.#bytes) return
    const file = openSync(this.#path, 'w')
    try {
      const zeros = Buffer.alloc(Math.min(MIB, this.#bytes))
      for (let written = 0; written < this.#bytes;) {
        written += writeSync(file, zeros, 0, Math.min(zeros.byteLength, this.#bytes - written))
      }
      fsyncSync(file)
    } catch {
      // Filled up meanwhile: half a reserve is none.
      this.free()
    } finally {
      closeSync(file)
    }
  }

  free(): void {
    rmSync(this.#path, { force: true })
  }
}
