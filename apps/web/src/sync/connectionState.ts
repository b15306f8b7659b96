import type { CloseReason } from '@samenreis/model/protocol/closeCodes'
import type { RoomState } from '@samenreis/model/protocol/messages'

/**
 * What a person may be told about her edits (reliability.md C3). The kinds are the truth table of that section; each has one
 * sentence on screen.
 */
export type ConnectionState =
  /** The first connection is under way: there is no board yet, and nothing can be edited. */
  | { readonly kind: 'connecting' }
  /** Every document frame of this connection is stored for good, and the server was heard of lately. */
  | { readonly kind: 'saved' }
  /** Something is on its way, for less than three seconds. */
  | { readonly kind: 'saving' }
  /** Something waits for longer than three seconds; the connection lives. */
  | { readonly kind: 'slow' }
  /** No connection; what was done since exists in this tab only. `restarting` = the server announced it. */
  | { readonly kind: 'offline'; readonly restarting: boolean; readonly unsaved: boolean }
  /** The server cannot store: do not close this tab. */
  | { readonly kind: 'failing' }
  /** The server ended it for a reason that trying again does not mend. */
  | { readonly kind: 'refused'; readonly reason: CloseReason }
  /** This document is thrown away: make a new connection. Unsent texts stay readable until then. */
  | { readonly kind: 'reset'; readonly reason: ResetReason }
  /** This person looks on; "saved" says nothing about her. */
  | { readonly kind: 'viewing' }

/** Reasons that end a document, not only a connection. */
export type ResetReason = 'epoch-changed' | 'resync'

/** How long an edit may wait before the notice says that it takes long, in ms (C3). */
export const SLOW_AFTER_MS = 3_000

/** Silence after which the server counts as gone, in ms. It speaks at least every 15 s (its own awareness echo) (F52). */
export const SILENCE_LIMIT_MS = 30_000

/** Something that happened on the connection. `at` is milliseconds on a clock that never jumps. */
export type ConnectionEvent =
  | { readonly kind: 'opened'; readonly at: number }
  | { readonly kind: 'heard'; readonly at: number }
  | { readonly kind: 'welcomed'; readonly mayEdit: boolean; readonly at: number }
  /** A document frame (step 2 or update) was handed to the socket. */
  | { readonly kind: 'sent'; readonly at: number }
  /** A change was made while no socket could take it. */
  | { readonly kind: 'kept'; readonly at: number }
  | { readonly kind: 'durable'; readonly frames: number; readonly at: number }
  | { readonly kind: 'room'; readonly state: RoomState; readonly at: number }
  | { readonly kind: 'closed'; readonly reason: CloseReason | null; readonly retry: boolean; readonly at: number }
  | { readonly kind: 'tick'; readonly at: number }
