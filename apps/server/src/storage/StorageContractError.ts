/** A caller asked for something that would break the stored log: a gap, another epoch, a room that is not there. */
export class StorageContractError extends Error {
  override readonly name = 'StorageContractError'
}

/** What a store knows of one room's log, as far as appending and compacting need it. */
export interface LogPosition {
  readonly epoch: string
  /** Highest stored sequence; 0 for a room without any update. */
  readonly sequence: number
  /** Sequence of the snapshot; 0 when there is none. */
  readonly snapshotSequence: number
}

/** Throws unless the sequences go on from the stored log without a gap. @throws StorageContractError */
export function checkAppend(position: LogPosition | null, epoch: string, sequences: readonly number[]): void {
  if (position === null) throw new StorageContractError('append to a room that does not exist')
  if (position.epoch !== epoch) throw new StorageContractError('append with another epoch')
  for (const [index, sequence] of sequences.entries()) {
    if (sequence !== position.sequence + 1 + index) throw new StorageContractError('append with a gap in the sequence')
  }
}

/** Throws unless the snapshot covers a part of the log that is stored. @throws StorageContractError */
export function checkCompact(position: LogPosition | null, epoch: string, sequence: number): void {
  if (position === null) throw new StorageContractError('compact a room that does not exist')
  if (position.epoch !== epoch) throw new StorageContractError('compact with another epoch')
  if (sequence > position.sequence) throw new StorageContractError('compact beyond the stored log')
  if (sequence < position.snapshotSequence) throw new StorageContractError('compact to before the snapshot')
}

/** Throws unless the room is at `fromEpoch` and goes to another one. Returns its last sequence. @throws StorageContractError */
export function checkReplace(position: LogPosition | null, fromEpoch: string, epoch: string): number {
  if (position === null) throw new StorageContractError('replace the document of a room that does not exist')
  if (position.epoch !== fromEpoch) throw new StorageContractError('replace a document of another epoch')
  if (epoch === fromEpoch) throw new StorageContractError('replace a document within its epoch')
  return position.sequence
}

/** Throws when the id belongs to somebody else already. @throws StorageContractError */
export function checkClaim(owner: string | undefined, claimant: string): void {
  if (owner !== undefined && owner !== claimant) throw new StorageContractError('claim of a client id that is taken')
}
