/** One of the people of a run. */
export interface Seat {
  /** 0, 1, 2 … in its room. */
  readonly person: number
  /** Drags the shape of its own number. */
  readonly writes: boolean
  /** Takes in what comes and says what it saw; the others only count bytes. */
  readonly watches: boolean
}

/** Where a person goes, and how he is let in. */
export interface Door {
  readonly path: string
  readonly subprotocols: readonly string[]
}

/** What somebody who watches tells. */
export interface Sightings {
  /** The `number`-th edit of a writer is applied; those before it are too, or were overtaken by it. */
  edit(writer: number, number: number): void
  /** Somebody's cursor is shown at its `number`-th place. */
  cursor(person: number, number: number): void
}

export interface WireOptions {
  readonly seat: Seat
  readonly send: (payload: Uint8Array | string) => void
  readonly sightings: Sightings
  /** The server says that all document frames up to this one, from 1, are stored for good. */
  readonly onDurable: (frames: number) => void
}

/**
 * How one client of a server speaks on one connection: the frames that its own client sends, and as little as possible of
 * what that client does with what it hears.
 */
export interface Wire {
  /** The connection is open. */
  open(): void
  receive(payload: Buffer): void
  /** Whether the board that was there is here. */
  readonly isSynced: boolean
  /** Whether it has to hear more once everybody is synced. */
  readonly listens: boolean
  /** Puts the shape of this person on the board: its edit number 0. */
  putShape(): void
  /** Moves that shape to its `number`-th place. */
  edit(number: number): void
  /** Moves the cursor to its `number`-th place. */
  cursor(number: number): void
}
