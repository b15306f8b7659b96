import type { Bar } from '../load/Bar.ts'
import { peerTable } from '../load/peerTable.ts'
import { usualPlan } from '../load/runPeer.ts'
import { percent, shown } from '../load/table.ts'
import { measured, runPeers, type Scenario } from './Scenario.ts'

const PEERS = ['floor', 'samenreis', 'hocuspocus', 'y-websocket', 'tldraw-sync'] as const
const OTHERS = ['hocuspocus', 'y-websocket', 'tldraw-sync'] as const
const PLAN = { ...usualPlan, people: 100, writers: 20, cursorsPerSecond: 10 }

/** What every server that was asked can carry, so that all can be compared: 100 people, 20 of whom drag, everybody points. */
export const workshop: Scenario = async (options) => {
  const outcomes = await runPeers(
    PEERS.filter((peer) => options.peers.includes(peer)),
    PLAN,
    options,
  )
  const ours = measured(outcomes, 'samenreis')
  const bars: Bar[] = []
  if (ours !== null) {
    bars.push({
      what: '100 people, 20 drag: edits seen',
      bar: 'all',
      figure: percent(ours.editsSeen),
      ratio: '-',
      isMet: ours.editsSeen === 1,
    })
    for (const peer of OTHERS) {
      const theirs = measured(outcomes, peer)
      if (theirs === null) continue
      const ratio = ours.serverCores / theirs.serverCores
      bars.push({
        what: 'the same: CPU of the server',
        bar: `under that of ${peer}`,
        figure: `${shown(ours.serverCores)} to ${shown(theirs.serverCores)} core`,
        ratio: shown(ratio),
        isMet: ratio < 1,
      })
    }
  }
  return { title: '100 people, 20 drag, hands move 10 times a second', details: peerTable([...outcomes]), bars }
}
