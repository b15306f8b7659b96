import { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { seedUpdate } from '@samenreis/model/document/seed'
import { putRecord } from '@samenreis/model/document/write'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'
import { defaultLimits, type SyncLimits } from '@samenreis/server/sync/limits'
import { Room, type Acceptance, type Author } from '@samenreis/server/sync/Room'
import * as Y from 'yjs'
import { roomA } from '../contract/roomFixture.ts'

/** One room's document alone, without sockets, clock or storage: what is accepted is stored at once. */
export class RoomAtHand {
  readonly room: Room

  constructor(records: readonly BoardRecord[] = [], limits: Partial<SyncLimits> = {}) {
    const updates = [{ sequence: 1, bytes: seedUpdate() }]
    const stored = { epoch: 'e', snapshot: null, updates, clients: new Map(), retired: new Set<number>() }
    this.room = new Room(roomA, stored, { ...defaultLimits, ...limits })
    if (records.length > 0) this.room.write((board) => records.forEach((record) => putRecord(board, record)))
    this.store()
  }

  accept(update: Uint8Array, author: Author): Acceptance {
    const acceptance = this.room.accept(update, author)
    this.store()
    return acceptance
  }

  store(): void {
    while (this.room.takeBatch() !== null) this.room.commit()
  }

  /** Somebody's copy of the board as it is stored now. */
  copy(): BoardDocument {
    const board = new BoardDocument(new Y.Doc())
    Y.applyUpdate(board.doc, Y.encodeStateAsUpdate(this.room.committed.doc))
    return board
  }

  /** Every byte of the stored document: equal = nothing happened. */
  bytes(): string {
    return Buffer.from(Y.encodeStateAsUpdate(this.room.committed.doc)).toString('base64')
  }

  records(): Record<string, Record<string, unknown>> {
    return this.room.committed.records.toJSON() as Record<string, Record<string, unknown>>
  }
}

export function authorOf(name: string, more: Partial<Author> = {}): Author {
  const participantId = ParticipantId.parse(`pa_${name}`)
  return { participantId, mayEdit: true, facilitates: false, claimsLeft: 8, ...more }
}

/** What a change brings on top of what the board has. */
export function changeOf(board: BoardDocument, make: (board: BoardDocument) => void): Uint8Array {
  const before = Y.encodeStateVector(board.doc)
  board.transact(() => make(board), 'test')
  return Y.encodeStateAsUpdate(board.doc, before)
}

export function outcome(acceptance: Acceptance): string {
  return acceptance.kind === 'refused' ? acceptance.reason : acceptance.kind
}
