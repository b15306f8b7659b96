import { Worker } from 'node:worker_threads'
import type { Log } from '../log.ts'
import type { RoomDirectory } from './RoomDirectory.ts'
import type { RoomStorage } from './RoomStorage.ts'
import { OPENING, type SqliteAnswer, type SqliteCallName, type SqliteCalls } from './sqliteCalls.ts'
import type { SqliteState } from './SqliteDatabase.ts'
import type { Storage } from './Storage.ts'
import type { VersionStore } from './VersionStore.ts'
import { StorageUnavailableError } from './StorageUnavailableError.ts'

/** How often the write-ahead log is moved into the database (reliability.md C1.6). */
const CHECKPOINT_MS = 60_000
/** Longest time for closing: a disk that hangs must not keep a stop from ending (F32). */
const CLOSE_MS = 2000
/** Errors that a caller of `open` tells apart: a person has to do something about them. */
const TELLING_ERRORS = ['StorageInUseError', 'StorageTooNewError', 'DatabaseDamagedError']
/** A write-ahead log above this says that somebody reads without an end, or that checkpoints fail (F33). */
export const WAL_ALARM_BYTES = 64 * 1024 * 1024

/** Calls that succeed also when nothing can be written. */
const READS = [
  'loadDocument',
  'roomsWithLog',
  'findRoom',
  'participantsOf',
  'findSession',
  'roundsOf',
  'votesOf',
  'exportedActions',
  'guessRoundsOf',
  'guessesOf',
]

export interface SqliteStorageOptions {
  readonly path: string
  /** Told what a person should know of the files; nobody, where it is left out. */
  readonly log?: Log
  /** Room on the disk that is laid aside for when it is full; none, where it is left out. */
  readonly reserveBytes?: number
  readonly checkpointMs?: number
}

interface Waiting {
  readonly operation: string
  resolve(value: unknown): void
  reject(error: unknown): void
}

/** One SQLite file, written by one worker thread. */
export class SqliteStorage implements Storage {
  readonly documents: RoomStorage
  readonly directory: RoomDirectory
  readonly versions: VersionStore
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  /** Resolves when the file turned out to be damaged while it was open: nothing may be written any more (F26). */
  readonly broken: Promise<void>
  #break: () => void = () => undefined
  readonly #log: Log | null
  readonly #checkpoints: NodeJS.Timeout
  #state: SqliteState = { walBytes: 0, hasReserve: false }
  #isFailing = false
  #calls = OPENING
  /** Why nothing can be asked any more; null while the worker serves. */
  #ended: Error | null = null

  /**
   * Opens the file, makes it when it is absent, and holds it alone.
   * @throws StorageInUseError another process has it; StorageTooNewError a newer server wrote it; DatabaseDamagedError;
   * StorageUnavailableError
   */
  static async open(options: SqliteStorageOptions): Promise<SqliteStorage> {
    const { path, reserveBytes = 0 } = options
    const worker = new Worker(new URL('./sqliteWorker.ts', import.meta.url), { workerData: { path, reserveBytes } })
    const storage = new SqliteStorage(worker, options)
    try {
      await storage.#wait(OPENING, 'open')
      return storage
    } catch (error) {
      storage.#end(new Error('The store did not open'))
      await worker.terminate()
      const cause = error instanceof StorageUnavailableError ? error.cause : error
      throw cause instanceof Error && TELLING_ERRORS.includes(cause.name) ? cause : error
    }
  }

  private constructor(worker: Worker, { log, checkpointMs = CHECKPOINT_MS }: SqliteStorageOptions) {
    this.#worker = worker
    this.#log = log ?? null
    this.broken = new Promise((resolve) => {
      this.#break = resolve
    })
    worker.on('message', (answer: SqliteAnswer) => this.#handleAnswer(answer))
    worker.on('error', (error) => this.#end(error))
    worker.on('exit', () => this.#end(new Error('The storage worker ended')))
    this.#checkpoints = setInterval(() => void this.#checkpoint(), checkpointMs)
    this.#checkpoints.unref()
    this.documents = {
      loadDocument: (...args) => this.#call('loadDocument', ...args),
      append: (...args) => this.#call('append', ...args),
      compact: (...args) => this.#call('compact', ...args),
      replaceDocument: (...args) => this.#call('replaceDocument', ...args),
      roomsWithLog: (...args) => this.#call('roomsWithLog', ...args),
    }
    this.versions = {
      versionsOf: (...args) => this.#call('versionsOf', ...args),
      saveVersion: (...args) => this.#call('saveVersion', ...args),
      versionContent: (...args) => this.#call('versionContent', ...args),
      eraseVersions: (...args) => this.#call('eraseVersions', ...args),
      eraseExpiredVersions: (...args) => this.#call('eraseExpiredVersions', ...args),
    }
    this.directory = {
      createRoom: (...args) => this.#call('createRoom', ...args),
      findRoom: (...args) => this.#call('findRoom', ...args),
      changeRoom: (...args) => this.#call('changeRoom', ...args),
      extendRetention: (...args) => this.#call('extendRetention', ...args),
      roomIds: (...args) => this.#call('roomIds', ...args),
      roomsEndedBefore: (...args) => this.#call('roomsEndedBefore', ...args),
      eraseRoom: (...args) => this.#call('eraseRoom', ...args),
      erasePerson: (...args) => this.#call('erasePerson', ...args),
      endSession: (...args) => this.#call('endSession', ...args),
      endSessionsOf: (...args) => this.#call('endSessionsOf', ...args),
      trustedTime: (...args) => this.#call('trustedTime', ...args),
      saveTrustedTime: (...args) => this.#call('saveTrustedTime', ...args),
      participantsOf: (...args) => this.#call('participantsOf', ...args),
      saveParticipant: (...args) => this.#call('saveParticipant', ...args),
      changeParticipant: (...args) => this.#call('changeParticipant', ...args),
      saveSession: (...args) => this.#call('saveSession', ...args),
      findSession: (...args) => this.#call('findSession', ...args),
      roundsOf: (...args) => this.#call('roundsOf', ...args),
      votesOf: (...args) => this.#call('votesOf', ...args),
      saveVotes: (...args) => this.#call('saveVotes', ...args),
      exportedActions: (...args) => this.#call('exportedActions', ...args),
      saveExportedActions: (...args) => this.#call('saveExportedActions', ...args),
      guessRoundsOf: (...args) => this.#call('guessRoundsOf', ...args),
      openGuessRound: (...args) => this.#call('openGuessRound', ...args),
      endGuessRound: (...args) => this.#call('endGuessRound', ...args),
      guessesOf: (...args) => this.#call('guessesOf', ...args),
      saveGuess: (...args) => this.#call('saveGuess', ...args),
    }
  }

  get isFailing(): boolean {
    return this.#isFailing || this.#ended !== null
  }

  purge(): Promise<void> {
    return this.#call('purge')
  }

  async close(): Promise<void> {
    clearInterval(this.#checkpoints)
    if (this.#ended !== null) return
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_resolve, reject) => {
      const cause = new Error('The store did not close in time')
      timer = setTimeout(() => reject(new StorageUnavailableError('close', { cause })), CLOSE_MS)
    })
    try {
      await Promise.race([this.#call('close'), tooLate])
    } finally {
      clearTimeout(timer)
      this.#end(new Error('The store is closed'))
      await this.#worker.terminate()
    }
  }

  #call<Name extends SqliteCallName>(
    name: Name,
    ...args: Parameters<SqliteCalls[Name]>
  ): Promise<ReturnType<SqliteCalls[Name]>> {
    if (this.#ended !== null) return Promise.reject(new StorageUnavailableError(name, { cause: this.#ended }))
    const call = ++this.#calls
    const answer = this.#wait(call, name)
    this.#worker.postMessage({ call, name, args })
    // The worker answers with what the method of this name gave: sqliteWorker.ts, `calls`.
    return answer as Promise<ReturnType<SqliteCalls[Name]>>
  }

  #wait(call: number, operation: string): Promise<unknown> {
    return new Promise((resolve, reject) => this.#waiting.set(call, { operation, resolve, reject }))
  }

  #handleAnswer(answer: SqliteAnswer): void {
    const waiting = this.#waiting.get(answer.call)
    this.#waiting.delete(answer.call)
    if (waiting === undefined) return
    if (!READS.includes(waiting.operation)) this.#isFailing = !answer.ok && answer.isDiskProblem
    if (answer.ok) return waiting.resolve(answer.value)
    const cause = answer.error
    if (cause instanceof Error) cause.name = answer.errorName
    if (answer.errorName === 'DatabaseDamagedError') this.#break()
    waiting.reject(new StorageUnavailableError(waiting.operation, { cause, outcome: answer.outcome }))
  }

  async #checkpoint(): Promise<void> {
    try {
      const { walBytes, hasReserve } = await this.#call('checkpoint')
      if (walBytes > WAL_ALARM_BYTES) this.#log?.error('storage-wal-large', { numbers: { bytes: walBytes } })
      if (this.#state.hasReserve && !hasReserve) this.#log?.error('storage-reserve-used')
      this.#state = { walBytes, hasReserve }
    } catch (error) {
      this.#log?.warn('checkpoint-failed', { error })
    }
  }

  #end(error: Error): void {
    clearInterval(this.#checkpoints)
    this.#ended ??= error
    for (const { operation, reject } of this.#waiting.values()) {
      reject(new StorageUnavailableError(operation, { cause: error }))
    }
    this.#waiting.clear()
  }
}
