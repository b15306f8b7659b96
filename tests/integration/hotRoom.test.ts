import { defaultLimits } from '@samenreis/server/sync/limits'
import { expect, test } from 'vitest'
import { cpuSeconds, percentile } from '../bench/load/ProcessMeter.ts'
import { eventually } from '../support/eventually.ts'
import { temporaryFolder } from '../support/folder.ts'
import { ServerProcess } from '../support/ServerProcess.ts'
import { Writers } from '../support/Writers.ts'

/** With HOT_ROOM_SECONDS=300 the five minutes of reliability.md F55; its delay is judged only then, on a machine that does nothing else. */
const SECONDS = Number(process.env['HOT_ROOM_SECONDS'] ?? 6)
const IS_FULL = SECONDS >= 60
const PEOPLE = 60
const PER_SECOND = 20
const DELAY_MAX_MS = 250

test(
  '[SE19, F55] sixty people who draw lose nothing, and take less than one core of the server',
  async () => {
    const server = new ServerProcess(temporaryFolder())
    await server.start()
    const writers = await Writers.open(server, PEOPLE)
    const [cpuFrom, fromMs] = [cpuSeconds(server.pid), performance.now()]
    await writers.move(PER_SECOND, SECONDS)
    const cores = (cpuSeconds(server.pid) - cpuFrom) / ((performance.now() - fromMs) / 1000)
    await eventually(() => expect(writers.seen).toBe(writers.sent), 30_000)
    expect(writers.sent).toBe(PEOPLE * PER_SECOND * SECONDS)
    expect(cores).toBeLessThan(1)
    expect(writers.closeCodes.every((code) => code === null)).toBe(true)
    if (IS_FULL) expect(percentile(writers.delaysMs, 0.95)).toBeLessThan(DELAY_MAX_MS)
    // Who draws sends no more than the server takes at once.
    expect(PER_SECOND).toBeLessThan(defaultLimits.documentFrames.perSecond)
    await server.stop('SIGTERM')
  },
  (SECONDS + 120) * 1000,
)
