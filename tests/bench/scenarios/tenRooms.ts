import type { Bar } from '../load/Bar.ts'
import { peerTable } from '../load/peerTable.ts'
import { usualPlan } from '../load/runPeer.ts'
import { shown } from '../load/table.ts'
import { measured, runPeers, type Scenario } from './Scenario.ts'

/** In each room one in five drags, as in a full hall. */
const PLAN = { ...usualPlan, rooms: 10, people: 40, writers: 8, cursorsPerSecond: 10, watchers: 1 }
const DELAY_MAX_MS = 60
const DURABLE_MAX_MS = 150

/** Ten workshops at once. */
export const tenRooms: Scenario = async (options) => {
  const outcomes = await runPeers(
    (['floor', 'samenreis', 'hocuspocus'] as const).filter((peer) => options.peers.includes(peer)),
    PLAN,
    options,
  )
  const ours = measured(outcomes, 'samenreis')
  const bars: Bar[] =
    ours === null
      ? []
      : [
          {
            what: 'Ten rooms of 40: p95 of an edit',
            bar: `under ${DELAY_MAX_MS} ms`,
            figure: `${shown(ours.edit.p95)} ms`,
            ratio: '-',
            isMet: (ours.edit.p95 ?? Infinity) < DELAY_MAX_MS,
          },
          {
            what: 'the same: p95 of DURABLE',
            bar: `under ${DURABLE_MAX_MS} ms`,
            figure: `${shown(ours.durable?.p95)} ms`,
            ratio: '-',
            isMet: (ours.durable?.p95 ?? Infinity) < DURABLE_MAX_MS,
          },
        ]
  return { title: 'Ten rooms of 40 people, 8 of each drag', details: peerTable([...outcomes]), bars }
}
