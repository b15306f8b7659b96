import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'
import { openRaw, type RawClient } from './RawClient.ts'
import { addStep, changeStep } from './records.ts'
import { tokenOf } from './TestAdmissions.ts'

/** Many people of whom each moves a card of his own, over sockets without a canvas, and one who sees when each move arrives. */
export class Writers {
  readonly witness: RawClient
  /** Moves that were sent, and those that the witness has seen or that were overtaken by a later one of the same card. */
  sent = 0
  readonly delaysMs: number[] = []
  readonly #writers: readonly RawClient[]
  readonly #boards: readonly BoardDocument[]
  /** When each move of each card was sent, and how many of them were seen. */
  readonly #sentAtMs: number[][]
  readonly #seen: number[]

  private constructor(witness: RawClient, writers: readonly RawClient[]) {
    this.witness = witness
    this.#writers = writers
    this.#boards = writers.map(({ doc }) => new BoardDocument(doc))
    this.#sentAtMs = writers.map(() => [])
    this.#seen = writers.map(() => 0)
    new BoardDocument(witness.doc).records.observeDeep((events) => {
      for (const { target } of events) if (target instanceof Y.Map) this.#see(target)
    })
  }

  static async open(server: { readonly syncUrl: string }, count: number, room = roomA): Promise<Writers> {
    const witness = await openRaw(server, { token: tokenOf('pa_witness'), room }).ready()
    const writers = await Promise.all(
      Array.from({ length: count }, (_, number) => openRaw(server, { token: tokenOf(`pa_w${number}`), room }).ready()),
    )
    for (const writer of writers) writer.takesIn = false
    const made = new Writers(witness, writers)
    for (const [number, board] of made.#boards.entries()) {
      made.#send(number, () => addStep(board, `w${number}`, 'Bellen'))
    }
    return made
  }

  /** Moves that have arrived. */
  get seen(): number {
    return this.#seen.reduce((sum, each) => sum + each, 0)
  }

  get closeCodes(): (number | null)[] {
    return [this.witness, ...this.#writers].map(({ closeCode }) => closeCode)
  }

  /** Everybody moves so often a second, for so long. @param filler characters of text that stand for each move instead of a place; 0 = none */
  async move(perSecond: number, seconds: number, filler = 0): Promise<void> {
    const startedAtMs = performance.now()
    const turns = perSecond * seconds * this.#writers.length
    for (let turn = 0; turn < turns;) {
      const due = ((performance.now() - startedAtMs) / 1000) * perSecond * this.#writers.length
      for (; turn < Math.min(due, turns); turn += 1) this.#moveOne(turn % this.#writers.length, filler)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }

  #moveOne(number: number, filler: number): void {
    const board = this.#boards[number]
    const moves = this.#sentAtMs[number]
    if (board === undefined || moves === undefined) return
    moves.push(performance.now())
    this.sent += 1
    // One field in either case: two that take turns leave more behind in the document than the test is about.
    const change =
      filler === 0
        ? { geometry: [number, moves.length, 0, 200, 150] }
        : { filler: `${number} ${moves.length} ${'x'.repeat(filler)}` }
    this.#send(number, () => changeStep(board, `w${number}`, change))
  }

  #send(number: number, change: () => void): void {
    const writer = this.#writers[number]
    const listen = (update: Uint8Array, origin: unknown): void => {
      if (origin === 'test') writer?.sendUpdate(update)
    }
    writer?.doc.on('update', listen)
    change()
    writer?.doc.off('update', listen)
  }

  #see(record: Y.Map<unknown>): void {
    const [geometry, filler] = [record.get('geometry'), record.get('filler')]
    const place: unknown[] = Array.isArray(geometry) ? geometry : []
    const [number, move] = (typeof filler === 'string' ? filler.split(' ', 2) : place).map(Number)
    const moves = this.#sentAtMs[number ?? -1]
    const seen = this.#seen[number ?? -1]
    if (moves === undefined || seen === undefined || move === undefined || number === undefined) return
    for (let each = seen; each < move; each += 1) this.delaysMs.push(performance.now() - (moves[each] ?? 0))
    this.#seen[number] = Math.max(seen, move)
  }
}
