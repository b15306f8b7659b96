import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { RoomId } from '@samenreis/model/ids/roomId'
import type { NewDocument, RoomBatch, RoomStorage, StoredDocument, StoredUpdate } from './RoomStorage.ts'
import {
  checkAppend,
  checkClaim,
  checkCompact,
  checkReplace,
  StorageContractError,
  type LogPosition,
} from './StorageContractError.ts'

interface Log {
  readonly epoch: string
  snapshot: StoredUpdate | null
  updates: StoredUpdate[]
  clients: Map<number, ParticipantId>
  readonly retired: ReadonlySet<number>
}

/** Documents in memory. `guard` runs each call and turns what it throws into `StorageUnavailableError`. */
export class MemoryDocuments implements RoomStorage {
  readonly #logs = new Map<RoomId, Log>()
  readonly #guard: <T>(operation: string, work: () => T) => Promise<T>

  constructor(guard: <T>(operation: string, work: () => T) => Promise<T>) {
    this.#guard = guard
  }

  /** Part of `createRoom`. @throws StorageContractError when the room is there already */
  create(roomId: RoomId, epoch: string, updates: readonly Uint8Array[]): void {
    if (this.#logs.has(roomId)) throw new StorageContractError('create a room that exists')
    const stored = updates.map((bytes, index) => ({ sequence: index + 1, bytes: bytes.slice() }))
    this.#logs.set(roomId, { epoch, snapshot: null, updates: stored, clients: new Map(), retired: new Set() })
  }

  /** Part of `eraseRoom`. */
  erase(roomId: RoomId): void {
    this.#logs.delete(roomId)
  }

  loadDocument(roomId: RoomId): Promise<StoredDocument | null> {
    return this.#guard('load', () => {
      const log = this.#logs.get(roomId)
      if (log === undefined) return null
      const { epoch, snapshot, updates, clients, retired } = log
      return { epoch, snapshot, updates: [...updates], clients: new Map(clients), retired }
    })
  }

  append(batches: readonly RoomBatch[]): Promise<void> {
    return this.#guard('append', () => {
      const changed = new Map<RoomId, Log>()
      for (const { roomId, epoch, updates, clients } of batches) {
        const log = changed.get(roomId) ?? this.#logs.get(roomId)
        const sequences = updates.map(({ sequence }) => sequence)
        checkAppend(log === undefined ? null : positionOf(log), epoch, sequences)
        if (log === undefined) continue
        const copies = updates.map(({ sequence, bytes }) => ({ sequence, bytes: bytes.slice() }))
        for (const [clientId, participantId] of clients) checkClaim(log.clients.get(clientId), participantId)
        changed.set(roomId, {
          ...log,
          updates: [...log.updates, ...copies],
          clients: new Map([...log.clients, ...clients]),
        })
      }
      for (const [roomId, log] of changed) this.#logs.set(roomId, log)
    })
  }

  compact(roomId: RoomId, epoch: string, snapshot: StoredUpdate): Promise<void> {
    return this.#guard('compact', () => {
      const log = this.#logs.get(roomId)
      checkCompact(log === undefined ? null : positionOf(log), epoch, snapshot.sequence)
      if (log === undefined) return
      log.snapshot = { sequence: snapshot.sequence, bytes: snapshot.bytes.slice() }
      log.updates = log.updates.filter(({ sequence }) => sequence > snapshot.sequence)
    })
  }

  replaceDocument(
    roomId: RoomId,
    fromEpoch: string,
    { epoch, snapshot, clients, retired }: NewDocument,
  ): Promise<number> {
    return this.#guard('replace', () => {
      const log = this.#logs.get(roomId)
      const sequence = checkReplace(log === undefined ? null : positionOf(log), fromEpoch, epoch) + 1
      this.#logs.set(roomId, {
        epoch,
        snapshot: { sequence, bytes: snapshot.slice() },
        updates: [],
        clients: new Map(clients),
        retired: new Set([...(log?.retired ?? []), ...retired]),
      })
      return sequence
    })
  }

  roomsWithLog({ rows, limit }: { rows: number; limit: number }): Promise<readonly RoomId[]> {
    return this.#guard('read', () =>
      [...this.#logs].flatMap(([roomId, { updates }]) => (updates.length > rows ? [roomId] : [])).slice(0, limit),
    )
  }
}

function positionOf({ epoch, snapshot, updates }: Log): LogPosition {
  const snapshotSequence = snapshot?.sequence ?? 0
  return { epoch, snapshotSequence, sequence: updates.at(-1)?.sequence ?? snapshotSequence }
}
