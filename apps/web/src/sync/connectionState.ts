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
  /** Much work goes to the server stretch by stretch. `percent` of it is stored. */
  | { readonly kind: 'catching-up'; readonly percent: number }
  /** Something waits for longer than three seconds; the connection lives. */
  | { readonly kind: 'slow' }
  /** No connection; what was done since exists here only. */
  | { readonly kind: 'offline'; readonly why: OfflineReason; readonly unsaved: boolean }
  /** The server cannot store: do not close this tab. `readOnly` = and takes nothing any more until it can. */
  | { readonly kind: 'failing'; readonly readOnly: boolean }
  /** The server ended it for a reason that trying again does not mend. */
  | { readonly kind: 'refused'; readonly reason: CloseReason }
  /** This document is thrown away: make a new connection. Unsent texts stay readable until then. */
  | { readonly kind: 'reset'; readonly reason: ResetReason }
  /** This page is newer than the board, which is only read until the server is brought up to date (F17). */
  | { readonly kind: 'ahead'; readonly unsaved: boolean }
  /** This person looks on; "saved" says nothing about her. */
  | { readonly kind: 'viewing' }

/**
 * Why there is no connection, as far as it is known: `restarting` = the server announced it; `blocked` = the server answers, but
 * something on the way lets no live connection through (F59); `too-large` = something on the way ends every connection by which what
 * was made here comes, and it is not tried again by itself (F58); `server-too-old` = the server does not open what a newer one wrote (F17).
 */
export type OfflineReason = 'lost' | 'restarting' | Hindrance
export type Hindrance = 'blocked' | 'too-large' | 'server-too-old'

/** Reasons that end a document, not only a connection: this tab has something that the board will not take, or lacks something. */
const resetReasons = [
  'epoch-changed',
  'resync',
  'journey-locked',
  'leader-only',
  'invalid-content',
  'malformed',
  'frame-too-large',
  'forbidden',
] as const satisfies readonly CloseReason[]
export type ResetReason = (typeof resetReasons)[number]

/** What this person did is for who leads: the rest of her work goes on by itself. */
export type ForLeaders = 'journey-locked' | 'leader-only'

export function isForLeaders(reason: CloseReason | null): reason is ForLeaders {
  return reason === 'journey-locked' || reason === 'leader-only'
}

function isResetReason(reason: CloseReason): reason is ResetReason {
  return (resetReasons as readonly CloseReason[]).includes(reason)
}

/** How long an edit may wait before the notice says that it takes long, in ms (C3). */
export const SLOW_AFTER_MS = 3_000

/** Silence after which the server counts as gone, in ms (F52). */
export const SILENCE_LIMIT_MS = 30_000

/** Something that happened on the connection. `at` is milliseconds on a clock that never jumps. */
export type ConnectionEvent = { readonly at: number } & (
  | { readonly kind: 'opened' }
  | { readonly kind: 'heard' }
  | { readonly kind: 'welcomed'; readonly mayEdit: boolean; readonly isAhead: boolean }
  /** The whole board was received. */
  | { readonly kind: 'received' }
  /** A document frame was handed to the socket. A step 2 carries everything that this tab has; a stretch is one of many, and earlier work. */
  | { readonly kind: 'sent'; readonly frame: 'step2' | 'update'; readonly isStretch?: boolean }
  /** A change was made while no socket could take it. */
  | { readonly kind: 'kept' }
  /** Whether work of this person is on its way to the document, where no frame can carry it yet. */
  | { readonly kind: 'pending'; readonly pending: boolean }
  /** The server says that so many document frames of this connection are stored for good. */
  | { readonly kind: 'durable'; readonly frames: number }
  | { readonly kind: 'room'; readonly state: RoomState }
  /** While there is no connection it was found out what stands in its way. */
  | { readonly kind: 'hindered'; readonly by: Hindrance }
  /** `final` = it is not tried again. */
  | { readonly kind: 'closed'; readonly reason: CloseReason | null; readonly final: boolean }
)

/** A document frame that waits for its acknowledgement. */
interface WaitingFrame {
  /** Since when nothing became of it: it was sent, or what went before it was stored. */
  readonly sentAt: number
  readonly isStretch: boolean
  /** Whether an edit of this person is in it; the first step 2 of a newcomer has none. */
  readonly edit: boolean
  /** Whether it also carries what was made without a connection. */
  readonly coversKept: boolean
}

/** What is known; `connectionState` says what it means. */
export interface ConnectionFacts {
  readonly link: 'never' | 'open' | 'closed'
  readonly end: CloseReason | 'lost' | null
  readonly heardAt: number
  readonly mayEdit: boolean | null
  /** Whether this page is newer than the board that this connection shows. */
  readonly isAhead: boolean
  /** Frames of this connection that are stored for good. */
  readonly durable: number
  /** Whether a step 2 of this connection is among them: only then is everything of this tab stored. */
  readonly proven: boolean
  readonly step2Frame: number | null
  /** Sent and not yet acknowledged, oldest first. */
  readonly waiting: readonly WaitingFrame[]
  /** Stretches of earlier work that went out on this connection. */
  readonly stretches: number
  /** Whether something was made that no acknowledged frame carries, beside `waiting`. */
  readonly kept: boolean
  /** Whether this person did something that is not in the document yet; no connection changes that. */
  readonly pending: boolean
  /** Whether this tab ever had the board. */
  readonly everProven: boolean
  readonly room: RoomState
  /** Whether the whole board came on this connection. */
  readonly received: boolean
  /** What stands in the way of a connection, once that was found out; forgotten when the board comes. */
  readonly hindrance: Hindrance | null
}

const healthy: RoomState = { storage: 'ok', readOnly: false, restartingInMs: null }

/** Before anything happened. */
export const noConnectionYet: ConnectionFacts = {
  link: 'never',
  end: null,
  heardAt: 0,
  mayEdit: null,
  isAhead: false,
  durable: 0,
  proven: false,
  step2Frame: null,
  waiting: [],
  stretches: 0,
  kept: false,
  pending: false,
  everProven: false,
  room: healthy,
  received: false,
  hindrance: null,
}

/** The facts after the event. */
export function afterEvent(facts: ConnectionFacts, event: ConnectionEvent): ConnectionFacts {
  switch (event.kind) {
    case 'opened':
      // Counts are per connection: whatever the last one left unacknowledged goes again with this one's step 2.
      return {
        ...noConnectionYet,
        link: 'open',
        heardAt: event.at,
        kept: hasUnacknowledgedEdits(facts),
        pending: facts.pending,
        everProven: facts.everProven,
        mayEdit: facts.mayEdit,
        isAhead: facts.isAhead,
        hindrance: facts.hindrance,
      }
    case 'heard':
      return { ...facts, heardAt: event.at }
    case 'welcomed':
      return { ...facts, mayEdit: event.mayEdit, isAhead: event.isAhead }
    case 'received':
      return { ...facts, received: true, hindrance: null }
    case 'sent':
      return withSentFrame(facts, event)
    case 'kept':
      return { ...facts, kept: true }
    case 'pending':
      return { ...facts, pending: event.pending }
    case 'durable':
      return withDurableFrames(facts, event.frames, event.at)
    case 'room':
      return { ...facts, room: event.state }
    case 'hindered':
      return { ...facts, hindrance: event.by }
    case 'closed':
      return { ...facts, link: 'closed', end: event.final ? (event.reason ?? 'lost') : null }
  }
}

function withSentFrame(
  facts: ConnectionFacts,
  { frame, isStretch = false, at }: Extract<ConnectionEvent, { kind: 'sent' }>,
): ConnectionFacts {
  const step2 = frame === 'step2'
  const sent: WaitingFrame = { sentAt: at, isStretch, edit: !step2 || facts.kept, coversKept: step2 }
  return {
    ...facts,
    waiting: [...facts.waiting, sent],
    stretches: facts.stretches + (isStretch ? 1 : 0),
    step2Frame: facts.step2Frame ?? (step2 ? facts.durable + facts.waiting.length + 1 : null),
  }
}

function withDurableFrames(facts: ConnectionFacts, frames: number, at: number): ConnectionFacts {
  // A count beyond what was sent proves nothing more than what was sent.
  const newly = Math.min(frames - facts.durable, facts.waiting.length)
  if (newly <= 0) return facts
  const stored = facts.waiting.slice(0, newly)
  const left = facts.waiting.slice(newly)
  const proven = facts.proven || (facts.step2Frame !== null && facts.step2Frame <= facts.durable + newly)
  return {
    ...facts,
    durable: facts.durable + newly,
    // What stands behind much work in the line waits for that, not for itself.
    waiting: stored.some((each) => each.isStretch) ? left.map((each) => ({ ...each, sentAt: at })) : left,
    kept: facts.kept && !stored.some((each) => each.coversKept),
    proven,
    everProven: facts.everProven || proven,
  }
}

/** Whether an edit exists that the server has not said it stored: leaving would lose it (F91). */
export function hasUnsavedEdits(facts: ConnectionFacts): boolean {
  return facts.pending || hasUnacknowledgedEdits(facts)
}

/** The same of what is in the document. */
function hasUnacknowledgedEdits(facts: ConnectionFacts): boolean {
  return facts.kept || facts.waiting.some((frame) => frame.edit)
}

/** How long nothing became of the oldest unacknowledged frame, in ms; 0 = none waits. */
export function longestWait(facts: ConnectionFacts, at: number): number {
  const oldest = facts.waiting[0]
  return oldest === undefined ? 0 : at - oldest.sentAt
}

/** What the person may be told at this moment. Never more than was acknowledged (reliability.md I9). */
export function connectionState(facts: ConnectionFacts, at: number): ConnectionState {
  if (facts.end !== null && facts.end !== 'lost') {
    return isResetReason(facts.end) ? { kind: 'reset', reason: facts.end } : { kind: 'refused', reason: facts.end }
  }
  const alive = facts.link === 'open' && at - facts.heardAt <= SILENCE_LIMIT_MS
  if (!alive || facts.hindrance !== null) {
    const unsaved = hasUnsavedEdits(facts)
    const isFirstTry = !facts.everProven && facts.link !== 'closed' && facts.hindrance === null
    if (isFirstTry && !unsaved) return { kind: 'connecting' }
    const announced = facts.room.restartingInMs === null ? 'lost' : 'restarting'
    return { kind: 'offline', why: facts.hindrance ?? announced, unsaved }
  }
  if (facts.isAhead) return { kind: 'ahead', unsaved: hasUnsavedEdits(facts) }
  if (facts.mayEdit === false) return { kind: 'viewing' }
  if (facts.room.storage === 'failing' || facts.room.readOnly) return { kind: 'failing', readOnly: facts.room.readOnly }
  if (longestWait(facts, at) > SLOW_AFTER_MS) return { kind: 'slow' }
  const stretchesLeft = facts.waiting.filter(({ isStretch }) => isStretch).length
  if (stretchesLeft > 0) {
    return { kind: 'catching-up', percent: Math.floor((100 * (facts.stretches - stretchesLeft)) / facts.stretches) }
  }
  if (facts.received && facts.proven && facts.waiting.length === 0 && !facts.kept && !facts.pending)
    return { kind: 'saved' }
  return facts.everProven || hasUnsavedEdits(facts) ? { kind: 'saving' } : { kind: 'connecting' }
}
