import * as Y from 'yjs'
import type { SyncLimits } from './limits.ts'

/**
 * How large a document is, from above: grown by every update since it was measured. What is bounded is what it takes on disk and on
 * the line (bytes), and what it takes in memory (structs): a card that was moved once more takes 12 bytes there and 200 here, for the
 * old places stay as empty structs (reliability.md F56, F66).
 */
export class DocumentSize {
  readonly #limits: SyncLimits
  #bytes: number
  #structs: number

  /** @param bytes what is stored of it, from above */
  constructor(doc: Y.Doc, bytes: number, limits: SyncLimits) {
    this.#limits = limits
    this.#bytes = bytes
    this.#structs = structsOf(doc)
    // The log may hold the whole board a second time (`Room.takeRecovery`): nobody is warned of what is not there.
    if (bytes > limits.documentBytesWarning) this.#bytes = Y.encodeStateAsUpdate(doc).byteLength
  }

  get bytes(): number {
    return this.#bytes
  }

  /** An update came to it. */
  grow(bytes: number, structs: number): void {
    this.#bytes += bytes
    this.#structs += structs
  }

  /** It was encoded, and came to so many bytes. */
  measured(bytes: number): void {
    this.#bytes = bytes
  }

  /**
   * Why nothing may be added to it; null = there is room. What was counted only grows, so that it is measured before anybody is refused.
   * @param share how many times as much as a board can hold there may be
   */
  fullBy(doc: () => Y.Doc, share: number): string | null {
    const documentBytes = share * this.#limits.documentBytes
    const documentStructs = share * this.#limits.documentStructs
    if (this.#structs > documentStructs) this.#structs = structsOf(doc())
    if (this.#structs > documentStructs) return `${this.#structs} structs`
    if (this.#bytes > documentBytes) this.#bytes = Y.encodeStateAsUpdate(doc()).byteLength
    return this.#bytes > documentBytes ? `${this.#bytes} bytes` : null
  }
}

/** Structs that a document takes in memory. Goes by all clients that ever wrote in it. */
export function structsOf({ store }: Y.Doc): number {
  let structs = 0
  for (const those of store.clients.values()) structs += those.length
  return structs
}
