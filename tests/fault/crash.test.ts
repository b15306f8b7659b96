import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { seedUpdate } from '@samenreis/model/document/seed'
import { RandomSource } from '@samenreis/model/testing/RandomSource'
import { SqliteDatabase } from '@samenreis/server/storage/SqliteDatabase'
import { expect, test } from 'vitest'
import { newRoom, numberedRoom } from '../contract/roomFixture.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { ServerProcess } from '../support/ServerProcess.ts'
import { storedRoom, TirelessWriters } from '../support/TirelessWriters.ts'

/** The whole length is 30 rounds, 2 to 5 s apart, with ten writers. */
const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 6)
const WRITERS = 10
const OTHER_ROOMS = 200
/** On a busy machine the rounds take long, and ten people who go on writing would fill a board of the usual size. */
const RECORDS = 1_000_000
/** Longest that a start may take with so many rooms on disk; so much more where other tests run at the same time. */
const START_MS = 3000
const BUSY_MACHINE = 4

/** Rooms beside the one that is written in. */
function fill(folder: string): void {
  const database = new SqliteDatabase(join(folder, 'samenreis.sqlite'))
  for (let number = 0; number < OTHER_ROOMS; number += 1) {
    database.directory.createRoom(newRoom(numberedRoom(number), [seedUpdate()]))
  }
  database.close()
}

test(
  `[RM16, F09, F23] kill -9, ${ROUNDS} rounds: every acknowledged edit is there, nothing twice, nobody reloads (seed 11)`,
  { timeout: 60_000 + ROUNDS * 20_000 },
  async () => {
    const random = new RandomSource(11)
    const folder = temporaryFolder()
    fill(folder)
    const server = new ServerProcess(folder, { settings: { limits: { records: RECORDS } } })
    await server.start()
    const writers = new TirelessWriters(server, WRITERS)
    const starts: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = writers.acknowledged
      await eventually(() => expect(writers.acknowledged).toBeGreaterThan(before), 30_000)
      await new Promise((resolve) => setTimeout(resolve, random.between(ROUNDS < 30 ? 500 : 2000, 5000 / 2)))
      await server.stop('SIGKILL')
      const promised = writers.acknowledgedIds()
      const { ids } = storedRoom(folder)
      expect(promised.filter((id) => !ids.includes(id))).toEqual([])
      const beganMs = performance.now()
      await server.start()
      starts.push(performance.now() - beganMs)
    }
    expect(Math.min(...starts)).toBeLessThan(START_MS)
    expect(Math.max(...starts)).toBeLessThan(BUSY_MACHINE * START_MS)
    await eventually(() => expect(writers.all.every((writer) => writer.provider.synced)).toBe(true), 30_000)
    writers.rest()
    await eventually(() => expect(writers.acknowledged).toBe(writers.made), 30_000)
    const everything = writers.acknowledgedIds()
    await eventually(() => {
      for (const { board } of writers.all) expect(board.records.size).toBe(everything.length + 1)
    }, 30_000)
    // What the server puts right of order keys that met comes a while later, a hundred at a time.
    await eventually(() => {
      const [first, ...others] = writers.all.map(({ board }) => board.records.toJSON())
      expect(others.every((records) => isDeepStrictEqual(records, first))).toBe(true)
    }, 30_000)
    // Nobody was refused: every end of a connection was the server's death.
    expect(new Set(writers.all.flatMap(({ closeCodes }) => closeCodes))).toEqual(new Set([1006]))
    expect(await server.stop('SIGTERM')).toBe(0)
    const { ids, stored } = storedRoom(folder)
    expect(ids).toEqual([...everything, 'page:board'].toSorted())
    expect(new Set(stored.clients.values())).toEqual(
      new Set(writers.all.map(({ name }) => ParticipantId.parse(`pa_${name}`))),
    )
    expect(everything.length).toBeGreaterThan(ROUNDS)
  },
)

test(
  '[RM8, F29] killed at any moment while logs are compacted all the time: the log is whole, and all is there (seed 29)',
  { timeout: 60_000 + ROUNDS * 20_000 },
  async () => {
    const random = new RandomSource(29)
    const folder = temporaryFolder()
    const limits = { compactionRows: 1, compactionPauseMs: 0, commitMs: 5, records: RECORDS }
    const server = new ServerProcess(folder, { settings: { limits } })
    await server.start()
    const writers = new TirelessWriters(server, 4)
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = writers.acknowledged
      await eventually(() => expect(writers.acknowledged).toBeGreaterThan(before + 3), 30_000)
      await new Promise((resolve) => setTimeout(resolve, random.below(300)))
      await server.stop('SIGKILL')
      const promised = writers.acknowledgedIds()
      const { ids, stored } = storedRoom(folder)
      expect(promised.filter((id) => !ids.includes(id))).toEqual([])
      // It is compacted all the time: a snapshot is there, and the rows of the moment in which the next was read back.
      expect(stored.snapshot).not.toBeNull()
      expect(stored.updates.length).toBeLessThan(200)
      await server.start()
    }
  },
)
