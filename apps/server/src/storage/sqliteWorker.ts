// The storage worker: the only thread that touches the database (reliability.md C1.6), so that a slow disk stalls nobody's
// socket. It answers one request after the other.
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { SqliteDatabase } from './SqliteDatabase.ts'
import { OPENING, type SqliteAnswer, type SqliteCallName, type SqliteCalls, type SqliteRequest } from './sqliteCalls.ts'
import { isDiskProblem, outcomeOf } from './sqliteErrors.ts'

const port = parentPort
if (port === null) throw new Error('sqliteWorker.ts runs as a worker thread only')
const { path, reserveBytes } = z.object({ path: z.string(), reserveBytes: z.number() }).parse(workerData)

const answer = (message: SqliteAnswer): void => port.postMessage(message)
const attempt = (call: number, work: () => unknown): void => {
  try {
    answer({ call, ok: true, value: work() })
  } catch (error) {
    const errorName = error instanceof Error ? error.name : 'unknown'
    answer({ call, ok: false, errorName, outcome: outcomeOf(error), isDiskProblem: isDiskProblem(error), error })
  }
}

let database: SqliteDatabase | null = null
attempt(OPENING, () => {
  database = new SqliteDatabase(path, { reserveBytes })
})

port.on('message', ({ call, name, args }: SqliteRequest) => {
  attempt(call, () => {
    if (database === null) throw new Error('The database is not open')
    const { documents, directory, versions } = database
    const open = database
    // Each entry is bound to its own arguments: `args` was made by the same call on the other side (SqliteStorage).
    const calls: { [Name in SqliteCallName]: (...args: never[]) => unknown } = {
      loadDocument: (...given: Parameters<SqliteCalls['loadDocument']>) => documents.loadDocument(...given),
      append: (...given: Parameters<SqliteCalls['append']>) => documents.append(...given),
      compact: (...given: Parameters<SqliteCalls['compact']>) => documents.compact(...given),
      replaceDocument: (...given: Parameters<SqliteCalls['replaceDocument']>) => documents.replaceDocument(...given),
      roomsWithLog: (...given: Parameters<SqliteCalls['roomsWithLog']>) => documents.roomsWithLog(...given),
      createRoom: (...given: Parameters<SqliteCalls['createRoom']>) => directory.createRoom(...given),
      findRoom: (...given: Parameters<SqliteCalls['findRoom']>) => directory.findRoom(...given),
      changeRoom: (...given: Parameters<SqliteCalls['changeRoom']>) => directory.changeRoom(...given),
      extendRetention: (...given: Parameters<SqliteCalls['extendRetention']>) => directory.extendRetention(...given),
      roomIds: (...given: Parameters<SqliteCalls['roomIds']>) => directory.roomIds(...given),
      roomsEndedBefore: (...given: Parameters<SqliteCalls['roomsEndedBefore']>) => directory.roomsEndedBefore(...given),
      eraseRoom: (...given: Parameters<SqliteCalls['eraseRoom']>) => directory.eraseRoom(...given),
      erasePerson: (...given: Parameters<SqliteCalls['erasePerson']>) => directory.erasePerson(...given),
      endSession: (...given: Parameters<SqliteCalls['endSession']>) => directory.endSession(...given),
      endSessionsOf: (...given: Parameters<SqliteCalls['endSessionsOf']>) => directory.endSessionsOf(...given),
      trustedTime: (...given: Parameters<SqliteCalls['trustedTime']>) => directory.trustedTime(...given),
      saveTrustedTime: (...given: Parameters<SqliteCalls['saveTrustedTime']>) => directory.saveTrustedTime(...given),
      participantsOf: (...given: Parameters<SqliteCalls['participantsOf']>) => directory.participantsOf(...given),
      saveParticipant: (...given: Parameters<SqliteCalls['saveParticipant']>) => directory.saveParticipant(...given),
      changeParticipant: (...given: Parameters<SqliteCalls['changeParticipant']>) =>
        directory.changeParticipant(...given),
      saveSession: (...given: Parameters<SqliteCalls['saveSession']>) => directory.saveSession(...given),
      findSession: (...given: Parameters<SqliteCalls['findSession']>) => directory.findSession(...given),
      roundsOf: (...given: Parameters<SqliteCalls['roundsOf']>) => directory.roundsOf(...given),
      votesOf: (...given: Parameters<SqliteCalls['votesOf']>) => directory.votesOf(...given),
      saveVotes: (...given: Parameters<SqliteCalls['saveVotes']>) => directory.saveVotes(...given),
      exportedActions: (...given: Parameters<SqliteCalls['exportedActions']>) => directory.exportedActions(...given),
      saveExportedActions: (...given: Parameters<SqliteCalls['saveExportedActions']>) =>
        directory.saveExportedActions(...given),
      guessRoundsOf: (...given: Parameters<SqliteCalls['guessRoundsOf']>) => directory.guessRoundsOf(...given),
      openGuessRound: (...given: Parameters<SqliteCalls['openGuessRound']>) => directory.openGuessRound(...given),
      endGuessRound: (...given: Parameters<SqliteCalls['endGuessRound']>) => directory.endGuessRound(...given),
      guessesOf: (...given: Parameters<SqliteCalls['guessesOf']>) => directory.guessesOf(...given),
      saveGuess: (...given: Parameters<SqliteCalls['saveGuess']>) => directory.saveGuess(...given),
      versionsOf: (...given: Parameters<SqliteCalls['versionsOf']>) => versions.versionsOf(...given),
      saveVersion: (...given: Parameters<SqliteCalls['saveVersion']>) => versions.saveVersion(...given),
      versionContent: (...given: Parameters<SqliteCalls['versionContent']>) => versions.versionContent(...given),
      eraseVersions: (...given: Parameters<SqliteCalls['eraseVersions']>) => versions.eraseVersions(...given),
      eraseExpiredVersions: (...given: Parameters<SqliteCalls['eraseExpiredVersions']>) =>
        versions.eraseExpiredVersions(...given),
      checkpoint: () => open.checkpoint(),
      purge: () => open.purge(),
      close: () => open.close(),
    }
    // Whatever became of the disk, it can be let go.
    if (name === 'close') return open.close()
    return open.run(() => calls[name](...(args as never[])))
  })
})
