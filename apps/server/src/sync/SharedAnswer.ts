import { mergedUpdate } from '@samenreis/model/document/mergedUpdate'
import * as Y from 'yjs'
import { nextPart, type Clocks } from './documentParts.ts'
import { encodeStep2, encodeUpdate } from './frames.ts'

/**
 * What everybody is answered who comes with nothing: the stored document as it was when the first of them asked, encoded once,
 * and what was stored since. Two hundred people who come together into a large board, while others go on working there, cost
 * the encoding of one, not of two hundred.
 */
export class SharedAnswer {
  /** Frames that bring an empty document to where this answer was made; none when all of it fits into the step 2. */
  readonly parts: readonly Uint8Array[]
  /** What somebody has who took all parts. */
  readonly has: Clocks
  readonly #doc: Y.Doc
  /** What was stored since the parts were made. */
  #since: Uint8Array[] = []
  #sinceBytes = 0
  #rest: Uint8Array | null = null
  #isCurrent = true

  /** @param doc what is stored: nothing else is told */
  constructor(doc: Y.Doc, partBytes: number) {
    this.#doc = doc
    const parts: Uint8Array[] = []
    let has: Clocks = new Map()
    for (;;) {
      const part = nextPart(doc, has, partBytes)
      if (part.isLast) break
      parts.push(encodeUpdate(part.update))
      has = part.has
    }
    // The last structs, and all deletions: what comes after it holds those alone that came after it.
    if (parts.length > 0) parts.push(encodeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(new Map(has)))))
    this.parts = parts
    this.has = parts.length > 0 ? Y.decodeStateVector(Y.encodeStateVector(doc)) : new Map()
  }

  /** Bytes that everybody gets on top of the parts by now. */
  get sinceBytes(): number {
    return this.#sinceBytes
  }

  /** The document has taken up this update. */
  add(update: Uint8Array): void {
    if (this.parts.length > 0) this.#since.push(update)
    this.#sinceBytes += update.byteLength
    this.#rest = null
  }

  /** Another answer is given from now on; what was stored since is let go of. */
  retire(): void {
    this.#isCurrent = false
    this.#since = []
    this.#rest = null
  }

  /** The step 2 that goes after the parts; null when this answer was retired: then everybody's own difference is to be made. */
  rest(): Uint8Array | null {
    if (!this.#isCurrent) return null
    this.#rest ??= encodeStep2(this.parts.length === 0 ? Y.encodeStateAsUpdate(this.#doc) : mergedUpdate(this.#since))
    return this.#rest
  }
}
