import type { Bar } from '../load/Bar.ts'
import { peerTable } from '../load/peerTable.ts'
import { usualPlan } from '../load/runPeer.ts'
import { percent, shown } from '../load/table.ts'
import { measured, runPeers, type Scenario } from './Scenario.ts'

const PLAN = { ...usualPlan, people: 1000, writers: 40, cursorsPerSecond: 5 }
const DELAY_MAX_MS = 80
const CORES_MAX = 0.6

/** A thousand people in one room. Only the floor is asked beside ours: the others do not get there. */
export const townHall: Scenario = async (options) => {
  const outcomes = await runPeers(
    (['floor', 'samenreis'] as const).filter((peer) => options.peers.includes(peer)),
    PLAN,
    options,
  )
  const ours = measured(outcomes, 'samenreis')
  const floor = measured(outcomes, 'floor')
  const bars: Bar[] =
    ours === null
      ? []
      : [
          {
            what: '1,000 people in one room, 40 drag: p95 of an edit',
            bar: `under ${DELAY_MAX_MS} ms`,
            figure: `${shown(ours.edit.p95)} ms`,
            ratio: floor === null ? '-' : `${shown((ours.edit.p95 ?? NaN) / (floor.edit.p95 ?? NaN))} of the floor`,
            isMet: (ours.edit.p95 ?? Infinity) < DELAY_MAX_MS,
          },
          {
            what: 'the same: edits seen',
            bar: 'all',
            figure: percent(ours.editsSeen),
            ratio: '-',
            isMet: ours.editsSeen === 1,
          },
          {
            what: 'the same: CPU of the server',
            bar: `under ${CORES_MAX} core`,
            figure: `${shown(ours.serverCores)} core`,
            ratio: floor === null ? '-' : `${shown(ours.serverCores / floor.serverCores)} of the floor`,
            isMet: ours.serverCores < CORES_MAX,
          },
        ]
  return {
    title: '1,000 people in one room, 40 drag, hands move 5 times a second',
    details: peerTable([...outcomes]),
    bars,
  }
}
