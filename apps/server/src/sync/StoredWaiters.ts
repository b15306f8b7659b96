interface Waiter {
  readonly mark: number
  resolve(): void
  reject(error: unknown): void
}

/** Those who wait until something they wrote is stored. */
export class StoredWaiters {
  #waiters: Waiter[] = []
  #patient: Waiter[] = []
  #mark = 0

  /** Resolves when everything up to `mark` is stored. Rejects at the next failure; it may still be stored afterwards. */
  until(mark: number): Promise<void> {
    return this.#wait(mark, (waiter) => this.#waiters.push(waiter))
  }

  /** Resolves when everything up to `mark` is stored, after however many failures. */
  untilAtLast(mark: number): Promise<void> {
    return this.#wait(mark, (waiter) => this.#patient.push(waiter))
  }

  advance(mark: number): void {
    this.#mark = mark
    for (const waiter of [...this.#waiters, ...this.#patient]) if (waiter.mark <= mark) waiter.resolve()
    this.#waiters = this.#waiters.filter((waiter) => waiter.mark > mark)
    this.#patient = this.#patient.filter((waiter) => waiter.mark > mark)
  }

  fail(error: unknown): void {
    for (const { reject } of this.#waiters) reject(error)
    this.#waiters = []
  }

  #wait(mark: number, add: (waiter: Waiter) => void): Promise<void> {
    if (mark <= this.#mark) return Promise.resolve()
    return new Promise((resolve, reject) => add({ mark, resolve, reject }))
  }
}
