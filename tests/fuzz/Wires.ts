import type { RandomSource } from '@samenreis/model/testing/RandomSource'
import type { FuzzPerson } from './FuzzPerson.ts'
import type { FuzzServer } from './FuzzServer.ts'
import type { Line } from './Line.ts'

/** Every connection of a run. Each keeps its order; which one goes on next is up to the run's randomness. */
export class Wires {
  readonly #random: RandomSource
  readonly #lines = new Map<Line, FuzzPerson>()
  /** Connections whose client reads nothing, for so many deliveries more. */
  readonly #stalled = new Map<Line, number>()

  constructor(random: RandomSource) {
    this.#random = random
  }

  get lines(): readonly Line[] {
    return [...this.#lines.keys()]
  }

  /** Whether nothing is under way that could arrive now. */
  get isStill(): boolean {
    return this.#ways().length === 0
  }

  add(line: Line, person: FuzzPerson): void {
    this.#lines.set(line, person)
  }

  /** A client that reads nothing for so many deliveries of others. */
  stall(line: Line, deliveries: number): void {
    this.#stalled.set(line, deliveries)
  }

  /** Everybody reads again. */
  wake(): void {
    this.#stalled.clear()
  }

  /** One thing arrives somewhere. Returns who sent (`>`) or got it (`<`), null when nothing is under way. */
  carry(server: FuzzServer): string | null {
    const ways = this.#ways()
    if (ways.length === 0) return null
    for (const [line, left] of this.#stalled) {
      if (left <= 1 || line.isOver) this.#stalled.delete(line)
      else this.#stalled.set(line, left - 1)
    }
    const { line, person, toServer } = this.#random.pick(ways)
    if (toServer) server.handle(line, person.admission)
    else line.deliverToClient()
    return `${person.name}${toServer ? '>' : '<'}`
  }

  #ways(): { line: Line; person: FuzzPerson; toServer: boolean }[] {
    for (const line of this.#lines.keys()) if (line.isOver) this.#lines.delete(line)
    return [...this.#lines].flatMap(([line, person]) => [
      ...(line.isReadable ? [{ line, person, toServer: true }] : []),
      ...(line.toClient.length > 0 && !this.#stalled.has(line) ? [{ line, person, toServer: false }] : []),
    ])
  }
}
