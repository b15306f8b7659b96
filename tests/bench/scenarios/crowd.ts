import type { Bar } from '../load/Bar.ts'
import { peerTable } from '../load/peerTable.ts'
import { usualPlan } from '../load/runPeer.ts'
import { percent, shown } from '../load/table.ts'
import { measured, runPeers, type Scenario } from './Scenario.ts'

const PEERS = ['floor', 'samenreis', 'hocuspocus', 'y-websocket', 'tldraw-sync'] as const
const PLAN = { ...usualPlan, people: 300, writers: 60, cursorsPerSecond: 10 }
const CPU_OF_HOCUSPOCUS = 1 / 3
const CPU_OF_FLOOR = 1.6
const BYTES_OF_HOCUSPOCUS = 1 / 4

/** A full hall: 300 people, 60 of whom drag, everybody points. */
export const crowd: Scenario = async (options) => {
  const outcomes = await runPeers(
    PEERS.filter((peer) => options.peers.includes(peer)),
    PLAN,
    options,
  )
  const ours = measured(outcomes, 'samenreis')
  const theirs = measured(outcomes, 'hocuspocus')
  const floor = measured(outcomes, 'floor')
  const bars: Bar[] = []
  if (ours !== null) {
    bars.push({
      what: '300 people, 60 drag: edits seen',
      bar: 'all',
      figure: percent(ours.editsSeen),
      ratio: '-',
      isMet: ours.editsSeen === 1,
    })
  }
  if (ours !== null && theirs !== null) {
    const delay = (ours.edit.p95 ?? Infinity) / (theirs.edit.p95 ?? 0)
    const cores = ours.serverCores / theirs.serverCores
    const bytes = ours.bytesPerPersonSecond / theirs.bytesPerPersonSecond
    bars.push(
      {
        what: 'the same: p95 of an edit',
        bar: "at or under Hocuspocus'",
        figure: `${shown(ours.edit.p95)} ms to ${shown(theirs.edit.p95)} ms`,
        ratio: shown(delay),
        isMet: delay <= 1,
      },
      {
        what: 'the same: CPU of the server',
        bar: "a third of Hocuspocus'",
        figure: `${shown(ours.serverCores)} to ${shown(theirs.serverCores)} core`,
        ratio: shown(cores),
        isMet: cores <= CPU_OF_HOCUSPOCUS,
      },
      {
        what: 'the same: bytes per person',
        bar: "a quarter of Hocuspocus'",
        figure: `${shown(ours.bytesPerPersonSecond / 1e3)} to ${shown(theirs.bytesPerPersonSecond / 1e3)} kB/s`,
        ratio: shown(bytes),
        isMet: bytes <= BYTES_OF_HOCUSPOCUS,
      },
    )
  }
  if (ours !== null && floor !== null) {
    const cores = ours.serverCores / floor.serverCores
    bars.push({
      what: 'the same: CPU of the server',
      bar: `${CPU_OF_FLOOR} times the floor's`,
      figure: `${shown(ours.serverCores)} to ${shown(floor.serverCores)} core`,
      ratio: shown(cores),
      isMet: cores <= CPU_OF_FLOOR,
    })
  }
  return { title: '300 people, 60 drag, hands move 10 times a second', details: peerTable([...outcomes]), bars }
}
