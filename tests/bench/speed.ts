// How fast the live board is, beside other servers and a floor below which no relay can go, with everything on: checks,
// storing before telling, roles. Server on one core, crowd on the other; Linux only. docs/benchmarks.md has the figures.
//
//   node tests/bench/speed.ts <scenario | all> [--seconds=10] [--peers=samenreis,hocuspocus] [--node=--cpu-prof]
import { parseArgs } from 'node:util'
import { barTable, type Bar } from './load/Bar.ts'
import { arePeersInstalled, peers, type Peer } from './load/ServerUnderTest.ts'
import { crowd } from './scenarios/crowd.ts'
import { durable } from './scenarios/durable.ts'
import { growth } from './scenarios/growth.ts'
import { join } from './scenarios/join.ts'
import { memory } from './scenarios/memory.ts'
import { mostPeople } from './scenarios/mostPeople.ts'
import type { Scenario } from './scenarios/Scenario.ts'
import { tenRooms } from './scenarios/tenRooms.ts'
import { townHall } from './scenarios/townHall.ts'
import { workshop } from './scenarios/workshop.ts'

const scenarios: Readonly<Record<string, Scenario>> = {
  workshop,
  crowd,
  'town-hall': townHall,
  'most-people': mostPeople,
  'ten-rooms': tenRooms,
  durable,
  join,
  memory,
  growth,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '10' },
    peers: { type: 'string', default: peers.join(',') },
    node: { type: 'string', multiple: true, default: [] },
  },
})
const asked = positionals[0] ?? ''
const names = asked === 'all' ? Object.keys(scenarios) : [asked]
const wanted = values.peers.split(',')
const options = {
  seconds: Number(values.seconds),
  peers: peers.filter((peer) => wanted.includes(peer) && isThere(peer)),
  nodeArguments: values.node,
}

const bars: Bar[] = []
for (const name of names) {
  const scenario = scenarios[name]
  if (scenario === undefined) {
    console.error(`Usage: node tests/bench/speed.ts ${[...Object.keys(scenarios), 'all'].join(' | ')}`)
    process.exit(2)
  }
  const report = await scenario(options)
  console.log(`### ${report.title}\n\n${report.details}\n`)
  bars.push(...report.bars)
}
if (bars.length > 0) console.log(`### Bars\n\n${barTable(bars)}`)

/** The product is installed without its peers. */
function isThere(peer: Peer): boolean {
  if (peer === 'samenreis' || peer === 'floor' || arePeersInstalled()) return true
  console.error(`${peer} is not installed: pnpm install --filter @samenreis/bench-peers`)
  return false
}
