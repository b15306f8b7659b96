import type { Bar } from '../load/Bar.ts'
import { peerTable } from '../load/peerTable.ts'
import { usualPlan } from '../load/runPeer.ts'
import { percent, shown } from '../load/table.ts'
import { measured, runPeers, type Scenario } from './Scenario.ts'

/** 1,000 edits a second, all of which are stored before anybody hears of them. */
const PLAN = { ...usualPlan, people: 60, writers: 50, editsPerSecond: 20, cursorsPerSecond: 10 }
const P95_MAX_MS = 100
const P999_MAX_MS = 1000

/** How long until the server says that an edit is stored for good. Nobody else says so at all. */
export const durable: Scenario = async (options) => {
  const outcomes = await runPeers(['samenreis'], PLAN, options)
  const ours = measured(outcomes, 'samenreis')?.durable ?? null
  const bars: Bar[] =
    ours === null
      ? []
      : [
          {
            what: 'DURABLE at 1,000 edits/s: p95',
            bar: `under ${P95_MAX_MS} ms`,
            figure: `${shown(ours.p95)} ms`,
            ratio: '-',
            isMet: (ours.p95 ?? Infinity) < P95_MAX_MS,
          },
          {
            what: 'the same: p99.9, share of edits acknowledged',
            bar: `under ${P999_MAX_MS} ms, all`,
            figure: `${shown(ours.p999)} ms, ${percent(ours.share)}`,
            ratio: '-',
            isMet: (ours.p999 ?? Infinity) < P999_MAX_MS && ours.share === 1,
          },
        ]
  return {
    title: 'Stored for good: 50 of 60 people make 1,000 edits a second',
    details: peerTable([...outcomes]),
    bars,
  }
}
