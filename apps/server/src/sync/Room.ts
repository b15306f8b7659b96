import { BoardDocument, SCHEMA_VERSION } from '@samenreis/model/document/BoardDocument'
import { applyRepairs, repairsOf } from '@samenreis/model/document/repair'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import { FULL_BOARD } from '@samenreis/model/protocol/messages'
import * as Y from 'yjs'
import type { Batch } from './Batch.ts'
import { ClientClaims } from './ClientClaims.ts'
import { changeOf } from './changeOf.ts'
import { checkContent, type SoundRecords } from './contentCheck.ts'
import { DocumentSize, structsOf } from './DocumentSize.ts'
import { InvalidContentError } from './InvalidContentError.ts'
import type { SyncLimits } from './limits.ts'
import { moveOf } from './moveOf.ts'
import { checkPlaces } from './placeCheck.ts'
import { Shadow } from './Shadow.ts'
import { copyOf, hasPending, readStoredDocument } from './storedDocument.ts'
import { UnsavedEdits } from './UnsavedEdits.ts'
import { UntriedMoves } from './UntriedMoves.ts'
import { checkUpdate, type Refusal, type UpdateCheck } from './updateCheck.ts'
import { readsBack, snapshotOf, type BoardSnapshot } from './verifiedSnapshot.ts'

/** Who sends an update. */
export interface Author {
  readonly participantId: ParticipantId
  readonly mayEdit: boolean
  /** Whether he leads: only then he may change a locked journey, and what only who leads fills in. */
  readonly facilitates: boolean
  /** How many unused client ids the connection may still claim. */
  readonly claimsLeft: number
}

/** What became of an update. */
export type Acceptance =
  /**
   * Taken up; not stored yet. `bytes` counts towards the group commit; `authors` are the client ids that it writes under,
   * `claimed` how many of them nobody had.
   */
  | { readonly kind: 'accepted'; readonly bytes: number; readonly authors: readonly number[]; readonly claimed: number }
  /** The room has all of it. */
  | { readonly kind: 'nothing' }
  /** Something before it is missing: ask with step 1. */
  | { readonly kind: 'gap' }
  | Refusal

const origin = { change: 'server' } as const

/** Who made a change, under which client ids, and in how many structs; null = not counted yet. */
interface Writer {
  readonly facilitates: boolean
  readonly writes: readonly number[]
  readonly structs: number | null
}

/** What the server writes itself. */
const server: Writer = { facilitates: true, writes: [], structs: null }

/** What became of a change that was tried. */
type Taken = { readonly kind: 'taken'; readonly bytes: Uint8Array } | { readonly kind: 'nothing' } | Refusal

/** A deletion is taken in a full board, too; one that cuts what is there into pieces only up to so many times what a board can hold. */
const CUTTING_SHARE = 2

/**
 * The document of one room, twice (reliability.md C5.5): `committed` holds what is stored and is all that clients are sent;
 * the shadow holds beside it what was accepted and waits for storage. Every update goes to the shadow first and is judged
 * there. No I/O: what must be stored is taken as a `Batch`, and given back as committed or failed.
 */
export class Room {
  readonly id: RoomId
  readonly epoch: string
  readonly committed: BoardDocument
  readonly claims: ClientClaims
  readonly #limits: SyncLimits
  readonly #sound: SoundRecords = new WeakSet()
  /** null as long as nobody has written since the room was loaded: whoever comes first waits for no more than the board itself. */
  #shadow: Shadow | null = null
  /** Whoever needs the shadow has them put in first. */
  readonly #moves = new UntriedMoves()
  readonly #unsaved = new UnsavedEdits()
  #sequence: number
  #acceptedMark = 0
  #gone = 0
  #committedMark = 0
  /** Of everything that was accepted. */
  readonly #size: DocumentSize

  /** @throws UnreadableDocumentError */
  constructor(id: RoomId, stored: Parameters<typeof readStoredDocument>[0], limits: SyncLimits) {
    this.id = id
    this.epoch = stored.epoch
    this.#limits = limits
    this.committed = readStoredDocument(stored)
    this.claims = new ClientClaims(stored.clients, stored.retired)
    this.#sequence = stored.updates.at(-1)?.sequence ?? stored.snapshot?.sequence ?? 0
    const { snapshot, updates } = stored
    const bytes = [snapshot, ...updates].reduce((sum, each) => sum + (each?.bytes.byteLength ?? 0), 0)
    this.#size = new DocumentSize(this.committed.doc, bytes, limits)
  }

  /** Version of the layout that the board has. */
  get schemaVersion(): number {
    return this.committed.schemaVersion ?? SCHEMA_VERSION
  }

  /** Sequence of the last stored update: the board's version. */
  get sequence(): number {
    return this.#sequence
  }

  /** How many updates were accepted, and how many of them are stored, since the room was loaded. */
  get acceptedMark(): number {
    return this.#acceptedMark
  }

  get committedMark(): number {
    return this.#committedMark
  }

  /** Edits that would be lost if the process ended now. */
  get unsavedBytes(): number {
    return this.#moves.bytes + this.#unsaved.bytes
  }

  get hasUnsaved(): boolean {
    return !this.#moves.isEmpty || this.#unsaved.isWaiting || this.#unsaved.isUnderWay
  }

  /** How many records were taken away since the last commit. */
  get gone(): number {
    return this.#gone
  }

  /**
   * Size of the encoded document, from above: what is stored of it when it is loaded, exact when that is worth a warning and when it is
   * compacted, grown by every update since.
   */
  get documentBytes(): number {
    return this.#size.bytes
  }

  /** Structs that the stored document takes in memory. */
  get documentStructs(): number {
    return structsOf(this.committed.doc)
  }

  get recordCount(): number {
    return this.#shadow?.standing.size ?? this.committed.records.size
  }

  /** Parts of large values of what was accepted; 0 as long as nobody has written since the room was loaded. */
  get valueParts(): number {
    return this.#shadow?.values.total ?? 0
  }

  /** State vector of everything that was accepted: what a client need not send again. */
  acceptedState(): Uint8Array {
    return Y.encodeStateVector(this.#accepted.doc)
  }

  /** Whether the room has all of an update already. */
  has(update: Uint8Array): boolean {
    return checkUpdate(update, this.#accepted.doc, this.#limits).kind === 'nothing'
  }

  /** Takes up an update, or says why not. */
  accept(update: Uint8Array, author: Author): Acceptance {
    const check = this.#check(update)
    if (check.kind !== 'new') return check
    if (!author.mayEdit) return { kind: 'refused', reason: 'forbidden', detail: 'may not edit' }
    const move = this.#acceptMove(check, author)
    if (move !== null) return move
    const { doc } = this.#openShadow().board
    for (const clientId of check.authors) {
      const known = Y.getState(doc.store, clientId) > 0
      if (clientId === doc.clientID || !this.claims.permits(clientId, author.participantId, known)) {
        return { kind: 'refused', reason: 'invalid-content', detail: 'client id of somebody else' }
      }
    }
    const unclaimed = check.authors.filter((clientId) => this.claims.ownerOf(clientId) === undefined)
    if (unclaimed.length > author.claimsLeft) {
      return { kind: 'refused', reason: 'invalid-content', detail: `client ids: ${unclaimed.length}` }
    }
    const fullBy = check.adds || check.structs > 0 ? this.#fullBy(check.adds ? 1 : CUTTING_SHARE) : null
    if (fullBy !== null) return { kind: 'refused', reason: 'invalid-content', detail: `${FULL_BOARD}: ${fullBy}` }
    const taken = this.#take(() => Y.applyUpdate(doc, check.update, origin), {
      facilitates: author.facilitates,
      writes: check.authors,
      structs: check.structs,
    })
    if (!('bytes' in taken)) return taken
    for (const clientId of unclaimed) this.claims.claim(clientId, author.participantId)
    return {
      kind: 'accepted',
      bytes: taken.bytes.byteLength,
      authors: check.authors,
      claimed: unclaimed.length,
    }
  }

  #check(update: Uint8Array): UpdateCheck {
    const check = checkUpdate(update, (this.#shadow?.board ?? this.committed).doc, this.#limits)
    // It may be one of the moves, or build on one.
    const standsAlone = check.kind === 'new' && !this.#moves.hasOneOf(check.authors)
    return standsAlone || this.#moves.isEmpty ? check : checkUpdate(update, this.#accepted.doc, this.#limits)
  }

  /**
   * Takes up what is sent most, a move of one shape, without trying it: those of one commit go into the shadow as one transaction, which
   * costs half as much (each lists all who ever wrote, twice). null = it is to be tried.
   */
  #acceptMove(check: Extract<UpdateCheck, { kind: 'new' }>, author: Author): Acceptance | null {
    const { update } = check
    const [clientId] = check.authors
    if (this.#shadow === null || clientId === undefined || this.#moves.isFull) return null
    if (!this.claims.permits(clientId, author.participantId, true)) return null
    const moved = moveOf(this.#shadow.board, update, check.parts, this.#sound)
    if (moved === null || this.#fullBy() !== null) return null
    const refusal = author.facilitates ? null : this.#forLeaders(this.#shadow, new Set([moved]))
    if (refusal !== null) return refusal
    this.#moves.add(clientId, update)
    this.#size.grow(update.byteLength, check.structs)
    this.#acceptedMark += 1
    return { kind: 'accepted', bytes: update.byteLength, authors: check.authors, claimed: 0 }
  }

  /** @throws Error when a move was none after all. They stay where they are, so that none is ever taken for stored. */
  #applyMoves(): void {
    if (this.#moves.isEmpty || this.#shadow === null) return
    const { board } = this.#shadow
    const made = transactionsOf(board.doc, () => {
      for (const update of this.#moves.updates) Y.applyUpdate(board.doc, update, origin)
    })
    const problem = made === null ? 'not applicable' : this.#problemOf(this.#shadow, made, new Set())
    if (made === null || problem !== null || this.#wait(made) === null) {
      this.#rebuild()
      throw new Error(`A move was none: ${problem ?? 'nothing changed'}`)
    }
    this.#moves.clear()
  }

  /** Lets the server itself change the board. Returns the mark at which it is stored. @throws InvalidContentError */
  write(change: (board: BoardDocument) => void): { readonly bytes: number; readonly mark: number } {
    let thrown: { readonly error: unknown } | null = null
    const { board } = this.#openShadow()
    const taken = this.#take(() => {
      try {
        board.transact(() => change(board), origin)
      } catch (error) {
        thrown = { error }
        throw error
      }
    })
    // TypeScript does not see that the callback above ran.
    const failure = thrown as { readonly error: unknown } | null
    if (failure !== null) throw failure.error
    if (taken.kind === 'refused') throw new InvalidContentError(taken.detail)
    const bytes = taken.kind === 'taken' ? taken.bytes.byteLength : 0
    return { bytes, mark: this.#acceptedMark }
  }

  /** Whether something came, went or was moved since the board was last looked at for what does not go together. */
  get mayNeedRepair(): boolean {
    return this.#shadow?.standing.isDue ?? true
  }

  /**
   * Puts right what honest edits that met made of the board (reliability.md F13), as a change of the server itself. Returns how many
   * records it touched, and the bytes that wait for storage. A board that cannot take the repair, because it is full or holds what an
   * older version let in, is left as it is: readers show it all the same.
   */
  repair(): { readonly repairs: number; readonly bytes: number } {
    const { board: accepted, standing } = this.#openShadow()
    const repairs = repairsOf(accepted)
    standing.settled()
    if (repairs.length === 0) return { repairs: 0, bytes: 0 }
    try {
      const { bytes } = this.write((board) => applyRepairs(board, repairs))
      return { repairs: repairs.length, bytes }
    } catch (error) {
      if (error instanceof InvalidContentError) return { repairs: 0, bytes: 0 }
      throw error
    }
  }

  /** Everything that waits, as one batch to store; null when there is nothing, or one is under way. */
  takeBatch(): Batch | null {
    if (this.#unsaved.isUnderWay) return null
    this.#applyMoves()
    if (!this.#unsaved.isWaiting) return null
    const update = this.#unsaved.take()
    return this.#send({ sequence: this.#sequence + 1, bytes: update }, update)
  }

  /**
   * The whole board as one update behind `sequence`, to be stored after a failure: the log may have a hole where the failed
   * batch was, and this covers it (reliability.md F25). Of a board that does not read back as it is in memory only what waits goes behind
   * the log, which was just read to that sequence: in its order it makes this board.
   */
  takeRecovery(sequence: number): Batch {
    const snapshot = snapshotOf(this.#accepted)
    const update = this.#unsaved.take()
    return this.#send({ sequence: sequence + 1, bytes: readsBack(snapshot) ? snapshot.bytes : update }, update)
  }

  /** The batch under way is stored. Returns what clients are to be sent, and what those had who have all but that: clocks by client id. */
  commit(): Batch & { readonly before: Map<number, number> } {
    const batch = this.#unsaved.endFlight()
    const before = this.committed.doc.transact(({ beforeState }) => {
      Y.applyUpdate(this.committed.doc, batch.update, origin)
      return beforeState
    }, origin)
    this.#sequence = batch.stored.updates.at(-1)?.sequence ?? this.#sequence
    this.#committedMark = batch.mark
    this.#gone = 0
    return { ...batch, before }
  }

  /** The batch under way was not stored, as far as one knows: what it held waits again. */
  fail(): void {
    const batch = this.#unsaved.endFlight()
    this.#unsaved.putBack(batch)
    this.claims.putBack(batch.stored.clients)
  }

  /** Everything that was accepted, stored or not, to be kept in another place; `isVerified`: it reads back as the board in memory. */
  rescued(): {
    readonly bytes: Uint8Array
    readonly clients: ReadonlyMap<number, ParticipantId>
    readonly mark: number
    readonly isVerified: boolean
  } {
    const snapshot = snapshotOf(this.#accepted)
    const isVerified = readsBack(snapshot)
    return { bytes: snapshot.bytes, clients: this.claims.all(), mark: this.#acceptedMark, isVerified }
  }

  /** What may replace the log up to `sequence`, once it was read back. */
  snapshot(): BoardSnapshot & { readonly sequence: number } {
    const snapshot = snapshotOf(this.committed)
    this.#size.measured(snapshot.bytes.byteLength + this.unsavedBytes)
    return { ...snapshot, sequence: this.#sequence }
  }

  destroy(): void {
    this.committed.doc.destroy()
    this.#shadow?.board.doc.destroy()
  }

  /**
   * Runs a change on the shadow as one transaction and judges what came of it. When it is no good, or throws halfway (which
   * is no rollback: reliability.md finding 2), the shadow is made anew from what was accepted before.
   *
   * @param by the server itself, where it is left out
   */
  #take(change: () => void, by: Writer = server): Taken {
    let taken: Taken | null = null
    try {
      taken = this.#tryOut(change, by)
      return taken
    } finally {
      // Whatever threw while it was judged: the change is in the shadow, and is neither refused nor waits to be stored.
      if (taken === null) this.#makeShadowAnew()
    }
  }

  #tryOut(change: () => void, by: Writer): Taken {
    const shadow = this.#openShadow()
    const made = transactionsOf(shadow.board.doc, change)
    if (made === null) {
      this.#rebuild()
      return { kind: 'refused', reason: 'malformed', detail: 'not applicable' }
    }
    const touched = new Set<string>()
    const problem = this.#problemOf(shadow, made, touched) ?? this.#misplaced(made, by.writes)
    if (problem !== null) {
      this.#rebuild()
      return { kind: 'refused', reason: 'invalid-content', detail: problem }
    }
    const refusal = by.facilitates ? null : this.#forLeaders(shadow, touched)
    if (refusal !== null) {
      this.#rebuild()
      return refusal
    }
    for (const id of touched) if (shadow.standing.has(id) && !shadow.board.records.has(id)) this.#gone += 1
    shadow.note(touched)
    const bytes = this.#wait(made)
    if (bytes === null) return { kind: 'nothing' }
    this.#size.grow(bytes.byteLength, by.structs ?? clocksOf(made))
    this.#acceptedMark += 1
    return { kind: 'taken', bytes }
  }

  /** What transactions of the shadow changed waits for storage from now on; null = nothing. */
  #wait(made: readonly Y.Transaction[]): Uint8Array | null {
    const [first, ...rest] = made.map(changeOf).filter((each) => each !== null)
    if (first === undefined) return null
    const bytes = rest.length === 0 ? first : Y.mergeUpdates([first, ...rest])
    this.#unsaved.add(bytes)
    return bytes
  }

  /** @param touched gets the records that were made, changed or taken away */
  #problemOf({ board, standing, values }: Shadow, made: readonly Y.Transaction[], touched: Set<string>): string | null {
    if (hasPending(board.doc)) return 'references that go round'
    // A place has six parts, whichever it is: moves, which are most of what is sent, add none.
    const changed = new Set<string>()
    for (const transaction of made) {
      const check = checkContent(board, transaction, this.#sound, this.#limits)
      if (!check.ok) return check.detail
      for (const id of check.touched) touched.add(id)
      for (const id of check.changed) changed.add(id)
    }
    const records = standing.sizeWith(board, touched)
    if (records > this.#limits.records && records > standing.size) return `${FULL_BOARD}: ${records} records`
    const parts = values.totalWith(board, changed)
    return parts > this.#limits.valueParts && parts > values.total ? `${FULL_BOARD}: ${parts} parts of values` : null
  }

  #misplaced(made: readonly Y.Transaction[], authors: readonly number[]): string | null {
    const [first] = made
    return first === undefined ? null : checkPlaces(first, authors, this.#limits.conflictSteps)
  }

  /** Why these records, as the shadow has them now, may be touched by nobody but who leads; null = anybody may. */
  #forLeaders({ board, locked, led }: Shadow, touched: ReadonlySet<string>): Refusal | null {
    if (locked.touchedBy(board, touched) !== null) {
      return { kind: 'refused', reason: 'journey-locked', detail: 'locked journey' }
    }
    const record = led.changedBy(board, touched)
    return record === null ? null : { kind: 'refused', reason: 'leader-only', detail: record }
  }

  /** @param share how much of what a board can hold may be there already */
  #fullBy(share = 1): string | null {
    return this.#size.fullBy(() => this.#accepted.doc, share)
  }

  #send(stored: Batch['stored']['updates'][number], update: Uint8Array): Batch {
    const { id: roomId, epoch } = this
    const clients = this.claims.takeUnsaved()
    const batch = { stored: { roomId, epoch, updates: [stored], clients }, update, mark: this.#acceptedMark }
    this.#unsaved.send(batch)
    return batch
  }

  /** What was accepted, stored or not; to be read only. */
  get #accepted(): BoardDocument {
    this.#applyMoves()
    return this.#shadow?.board ?? this.committed
  }

  #openShadow(): Shadow {
    this.#applyMoves()
    this.#shadow ??= new Shadow(this.#copyOfAccepted(), this.#limits)
    return this.#shadow
  }

  /** With all that is kept beside it: nobody knows how far that came. */
  #makeShadowAnew(): void {
    const board = this.#copyOfAccepted()
    this.#shadow?.board.doc.destroy()
    this.#shadow = new Shadow(board, this.#limits)
  }

  #rebuild(): void {
    this.#shadow?.putBack(this.#copyOfAccepted())
  }

  #copyOfAccepted(): BoardDocument {
    const doc = copyOf(this.committed.doc)
    for (const update of this.#unsaved.inOrder) Y.applyUpdate(doc, update)
    return new BoardDocument(doc)
  }
}

/** How many clocks it took, and so how many structs at most. */
function clocksOf(made: readonly Y.Transaction[]): number {
  let clocks = 0
  for (const { beforeState, afterState } of made) {
    for (const [client, clock] of afterState) clocks += clock - (beforeState.get(client) ?? 0)
  }
  return clocks
}

/** What a change of a document came to; null when it threw halfway, which is no rollback (reliability.md finding 2). */
function transactionsOf(doc: Y.Doc, change: () => void): readonly Y.Transaction[] | null {
  const made: Y.Transaction[] = []
  const collect = (transaction: Y.Transaction): void => void made.push(transaction)
  doc.on('afterTransactionCleanup', collect)
  try {
    doc.transact(change, origin)
    return made
  } catch {
    return null
  } finally {
    doc.off('afterTransactionCleanup', collect)
  }
}
