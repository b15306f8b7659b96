import type { Bar } from '../load/Bar.ts'
import { usualPlan } from '../load/runPeer.ts'
import type { Peer } from '../load/ServerUnderTest.ts'
import { markdownTable, shown } from '../load/table.ts'
import { measured, runPeers, type Scenario } from './Scenario.ts'

const PEERS = ['floor', 'samenreis', 'hocuspocus'] as const
const PEOPLE = [50, 100, 200, 400]
const DRAG = 1 / 5
/** Two runs of the same differ by this much. */
const NOISE = 1.05

/** What one edit costs that reaches one person, as rooms get fuller. */
export const growth: Scenario = async (options) => {
  const costs = new Map<Peer, (number | null)[]>()
  for (const people of PEOPLE) {
    const plan = { ...usualPlan, people, writers: people * DRAG, cursorsPerSecond: 10 }
    const outcomes = await runPeers(
      PEERS.filter((peer) => options.peers.includes(peer)),
      plan,
      options,
    )
    for (const peer of outcomes.keys()) {
      costs.set(peer, [...(costs.get(peer) ?? []), measured(outcomes, peer)?.cpuMicrosPerDelivery ?? null])
    }
  }
  const ours = costs.get('samenreis') ?? []
  const bars: Bar[] = [
    {
      what: 'CPU per delivered edit at 50, 100, 200, 400 people',
      bar: 'does not rise',
      figure: `${ours.map(shown).join(', ')} µs`,
      ratio: '-',
      isMet:
        ours.length === PEOPLE.length &&
        ours.every((cost, at) => cost !== null && (at === 0 || cost <= NOISE * (ours[at - 1] ?? 0))),
    },
  ]
  const details = markdownTable(
    ['CPU µs a delivery', ...PEOPLE.map((people) => `${people} people`)],
    [...costs].map(([peer, each]) => [peer, ...each.map(shown)]),
  )
  return { title: 'What one delivered edit costs as a room fills, one in five drags', details, bars }
}
