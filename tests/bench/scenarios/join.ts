import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as pathOf } from 'node:path'
import { fileURLToPath } from 'node:url'
import { joinRoom } from '../load/doors.ts'
import { JoinOutcome, type JoinPlan } from '../load/joinPlan.ts'
import { longSession } from '../load/longSession.ts'
import { percentile } from '../load/ProcessMeter.ts'
import { runOnOtherCore } from '../load/runPeer.ts'
import { ServerUnderTest } from '../load/ServerUnderTest.ts'
import { storeRoom } from '../load/storedRoom.ts'
import { markdownTable, shown } from '../load/table.ts'
import type { Scenario } from './Scenario.ts'

const joinMain = fileURLToPath(new URL('../load/joinMain.ts', import.meta.url))
const SHAPES = 600
const EDITS = 600_000
const TIMES = 20
const RELOADS = 8
const EDITORS = 20
const EDITS_PER_SECOND = 20
const RUSH = 200
const RUSH_SECONDS = 2
const JOIN_MAX_MS = 150
const RUSH_MAX_MS = 3000
const EDIT_MAX_MS = 250
/** The first, who is loaded for, the one who comes and goes, and the one who watches. */
const OTHERS = 3

/** Coming into a large room: alone, and with two hundred at once while others work. */
export const join: Scenario = async ({ nodeArguments }) => {
  const dataFolder = mkdtempSync(pathOf(tmpdir(), 'samenreis-bench-data-'))
  try {
    const created = await storeRoom(dataFolder, longSession(SHAPES, EDITS))
    const server = await ServerUnderTest.start('samenreis', { dataFolder, nodeArguments })
    try {
      const doors = (await joinRoom(server.origin, created, OTHERS + EDITORS + RUSH)).map(({ path, subprotocols }) => ({
        path,
        subprotocols: [...subprotocols],
      }))
      const [first, alone, watcher, ...rest] = doors
      if (first === undefined || alone === undefined || watcher === undefined) throw new Error('Too few doors')
      const plan: JoinPlan = {
        origin: server.origin,
        serverPid: server.pid,
        first,
        alone,
        times: TIMES,
        reloads: RELOADS,
        editors: rest.slice(0, EDITORS),
        editsPerSecond: EDITS_PER_SECOND,
        watcher,
        rush: rest.slice(EDITORS),
        rushSeconds: RUSH_SECONDS,
      }
      return reportOf(JoinOutcome.parse(await runOnOtherCore(joinMain, plan)))
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

function reportOf(outcome: JoinOutcome): Awaited<ReturnType<Scenario>> {
  const { aloneMs, reloadMs, rushMs, rushAllMs, quietDelaysMs, rushDelaysMs } = outcome
  const alone = percentile(aloneMs, 0.95)
  const reload = percentile(reloadMs, 0.5)
  const during = percentile(rushDelaysMs, 0.95)
  const details = markdownTable(
    ['Who', 'Median ms', 'p95 ms', 'Longest ms'],
    [
      ['Comes first into a server that just started', shown(outcome.coldMs), '-', '-'],
      ['Comes when all had left: the room is on disk', ...spread(reloadMs)],
      ['Comes alone', ...spread(aloneMs)],
      [`One of ${RUSH} within ${RUSH_SECONDS} s`, ...spread(rushMs)],
      ['Edit of the others before', ...spread(quietDelaysMs)],
      ['Edit of the others meanwhile', ...spread(rushDelaysMs)],
    ],
  )
  const cost = `${shown(outcome.boardBytes / 1e3)} kB a newcomer; ${shown(outcome.serverCpuSeconds)} s of CPU in all.`
  return {
    title: `Coming into a room of ${SHAPES} shapes and ${EDITS.toLocaleString('en')} past edits`,
    details: `${details}\n\n${cost}`,
    bars: [
      {
        what: 'Joining a room of 600 shapes and 600,000 past edits: p95 with others there, median without',
        bar: `under ${JOIN_MAX_MS} ms`,
        figure: `${shown(alone)} ms; when all had left, from disk, ${shown(reload)} ms`,
        ratio: '-',
        isMet: alone < JOIN_MAX_MS && reload < JOIN_MAX_MS,
      },
      {
        what: '200 joining within 2 s: all have the board',
        bar: `within ${RUSH_MAX_MS / 1000} s`,
        figure: `${shown(rushAllMs / 1000)} s`,
        ratio: '-',
        isMet: rushAllMs < RUSH_MAX_MS,
      },
      {
        what: 'the same: p95 of edits of others meanwhile',
        bar: `under ${EDIT_MAX_MS} ms`,
        figure: `${shown(during)} ms`,
        ratio: `${shown(during / percentile(quietDelaysMs, 0.95))} of before`,
        isMet: during < EDIT_MAX_MS,
      },
    ],
  }
}

function spread(values: readonly number[]): string[] {
  return [0.5, 0.95, 1].map((share) => shown(percentile(values, share)))
}
