import {
  afterEvent,
  connectionState,
  hasUnsavedEdits,
  noConnectionYet,
  type ConnectionEvent,
  type ConnectionFacts,
  type ConnectionState,
} from './connectionState.ts'
import { Cell } from './Watchable.ts'

/** A connection event without its moment, which the ledger writes beside it. */
export type LedgerEntry = DistributiveOmit<ConnectionEvent, 'at'>
type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never

export interface SaveLedgerOptions {
  /** Milliseconds on a clock that never jumps. */
  readonly now: () => number
  /** Called whenever the state was looked at, before anybody is told of it, also when it stays the same. */
  readonly looked: (state: ConnectionState) => void
}

/** What is known of this tab's edits and of the connection they go by, and the word for it. */
export class SaveLedger {
  readonly state = new Cell<ConnectionState>({ kind: 'connecting' })
  private readonly options: SaveLedgerOptions
  private known = noConnectionYet

  constructor(options: SaveLedgerOptions) {
    this.options = options
  }

  get facts(): ConnectionFacts {
    return this.known
  }

  /** Whether an edit exists that the server has not said it stored. */
  get hasUnsavedEdits(): boolean {
    return hasUnsavedEdits(this.known)
  }

  /** Something happened; the state follows at once. */
  note(entry: LedgerEntry): void {
    this.write(entry)
    this.look()
  }

  /** Something happened that is to be told later, by `look`. */
  write(entry: LedgerEntry): void {
    this.known = afterEvent(this.known, { ...entry, at: this.options.now() })
  }

  /** Looks at the state again: it also follows from time that passed. */
  look(at = this.options.now()): void {
    const state = connectionState(this.known, at)
    this.options.looked(state)
    if (JSON.stringify(state) !== JSON.stringify(this.state.get())) this.state.set(state)
  }
}
