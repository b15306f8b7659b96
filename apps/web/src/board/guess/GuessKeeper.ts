import { OwnGuess } from '@samenreis/model/api/guesses'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import type { Sentiment } from '@samenreis/model/records/enumerations'
import { reasonOf, type ProblemReason } from '../../api/ProblemError.ts'
import { Cell, type Watchable } from '../../sync/Watchable.ts'

/** How long a tap that could not be sent waits before it is tried again, in ms. */
const RETRY_MS = 4_000

/** Reasons after which trying again does not help: the round is over, or this person guesses no more. */
const final: readonly ProblemReason[] = ['conflict', 'not-found', 'forbidden', 'not-signed-in', 'room-not-found']

/** What one may be told of one's own guess. */
export interface KeptGuess extends OwnGuess {
  /**
   * `reading`: not known yet what was guessed before. `saved` only when the server has the very last tap. `unsaved`: it could
   * not be sent, is kept here and tried again. `over`: the round takes no more.
   */
  readonly state: 'reading' | 'saved' | 'saving' | 'unsaved' | 'over'
}

export interface GuessKeeperOptions {
  readonly roundId: string
  readonly read: () => Promise<OwnGuess>
  readonly save: (guess: OwnGuess) => Promise<unknown>
  /** Keeps a tap that could not be sent through a reload of this tab; one that is switched off throws. */
  readonly shelf: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
}

/** One's own guess in one round: sent whole at every tap, one request at a time, and never said to be saved before it is. */
export class GuessKeeper {
  private readonly cell = new Cell<KeptGuess>({ points: {}, done: false, state: 'reading' })
  readonly guess: Watchable<KeptGuess> = this.cell
  private readonly options: GuessKeeperOptions
  /** The latest taps that the server does not have; null = it has all. */
  private unsent: OwnGuess | null = null
  private isBusy = false
  private isOver = false
  /** The line came back while a request was under way that may have gone before. */
  private isAskedAgain = false
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: GuessKeeperOptions) {
    this.options = options
  }

  /** Reads what was guessed before; taps that were not sent before a reload come first. */
  readonly start = (): void => {
    this.isOver = false
    const kept = this.takeDown()
    if (kept === null) void this.work()
    else this.change(kept)
  }

  /** Ends all trying. What was not sent stays on the shelf. */
  readonly stop = (): void => {
    this.isOver = true
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  /** @param feeling null = taken back @param done whether that makes the guess complete */
  tap(step: ShapeId, feeling: Sentiment | null, done: boolean): void {
    const { [step]: _was, ...others } = this.cell.get().points
    this.change({ points: feeling === null ? others : { ...others, [step]: feeling }, done })
  }

  /** The person says that he is done. */
  finish(): void {
    this.change({ points: this.cell.get().points, done: true })
  }

  /** Tries at once what could not be sent or read: the line may be back. */
  readonly tryAgain = (): void => {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    this.isAskedAgain = this.isBusy
    void this.work()
  }

  private change({ points, done }: OwnGuess): void {
    if (this.cell.get().state === 'over') return
    this.unsent = { points, done }
    this.putUp(this.unsent)
    this.cell.set({ points, done, state: 'saving' })
    void this.work()
  }

  private async work(): Promise<void> {
    if (this.isBusy || this.isOver || this.cell.get().state === 'over') return
    this.isBusy = true
    try {
      if (this.unsent === null && this.cell.get().state === 'reading') {
        const read = await this.options.read()
        // A tap that was made meanwhile is newer than the answer.
        if (this.unsent === null) this.cell.set({ ...read, state: 'saved' })
      }
      while (this.unsent !== null) {
        const sent: OwnGuess = this.unsent
        await this.options.save(sent)
        if (this.unsent === sent) this.unsent = null
      }
      this.takeAway()
      this.cell.set({ ...this.cell.get(), state: 'saved' })
    } catch (error) {
      this.handleFailure(reasonOf(error))
    } finally {
      this.isBusy = false
    }
    if (this.isAskedAgain) this.tryAgain()
  }

  private handleFailure(reason: ProblemReason): void {
    const isFinal = final.includes(reason)
    if (isFinal) {
      this.unsent = null
      this.takeAway()
    }
    const state = isFinal ? 'over' : this.unsent === null ? 'reading' : 'unsaved'
    this.cell.set({ ...this.cell.get(), state })
    if (!isFinal && !this.isOver) this.timer = setTimeout(this.tryAgain, RETRY_MS)
  }

  private get shelfKey(): string {
    return `samenreis.guess.${this.options.roundId}`
  }

  private putUp(guess: OwnGuess): void {
    try {
      this.options.shelf.setItem(this.shelfKey, JSON.stringify(guess))
    } catch {
      // Nothing is remembered here; the tap itself is still tried.
    }
  }

  private takeAway(): void {
    try {
      this.options.shelf.removeItem(this.shelfKey)
    } catch {
      // It was never there.
    }
  }

  private takeDown(): OwnGuess | null {
    try {
      const kept = OwnGuess.safeParse(JSON.parse(this.options.shelf.getItem(this.shelfKey) ?? 'null'))
      return kept.success ? kept.data : null
    } catch {
      return null
    }
  }
}
