import type { Bar } from '../load/Bar.ts'
import type { Outcome } from '../load/plan.ts'
import { runPeer, usualPlan } from '../load/runPeer.ts'
import type { Peer } from '../load/ServerUnderTest.ts'
import { markdownTable, percent, shown } from '../load/table.ts'
import type { Scenario, ScenarioOptions } from './Scenario.ts'

const PEERS = ['floor', 'samenreis', 'hocuspocus'] as const
const PLAN = { ...usualPlan, writers: 40, cursorsPerSecond: 5 }
const DELAY_MAX_MS = 100
const SEEN_MIN = 0.99
const TIMES_HOCUSPOCUS = 3
/** Steps up until it does not hold any more, and then halves: within a tenth of what holds, in at most a dozen runs. */
const FIRST = 200
const STEP = 1.5
const MOST = 1900
const CLOSE_ENOUGH = 1.1

interface Found {
  /** Most people with whom it held; 0 = not even the first. */
  readonly people: number
  readonly last: Outcome | null
  readonly tried: string
}

/** How many people one room takes before an edit needs 100 ms or some are missed. */
export const mostPeople: Scenario = async (options) => {
  const found = new Map<Peer, Found>()
  for (const peer of PEERS) if (options.peers.includes(peer)) found.set(peer, await search(peer, options))
  const [floor, ours, theirs] = PEERS.map((peer) => found.get(peer))
  const bars: Bar[] = []
  if (ours !== undefined && theirs !== undefined) {
    const atLimit = floor !== undefined && ours.people >= floor.people
    bars.push({
      what: 'People in one room at p95 under 100 ms and 99 % seen, 40 drag',
      bar: "three times Hocuspocus', or what the floor holds",
      figure: `${shown(ours.people)} to ${shown(theirs.people)}, floor ${shown(floor?.people)}`,
      ratio: shown(ours.people / theirs.people),
      isMet: ours.people >= TIMES_HOCUSPOCUS * theirs.people || atLimit,
    })
  }
  const details = markdownTable(
    ['Server', 'Most people', 'p95 ms', 'Edits seen', 'Server cores', 'Crowd cores', 'Tried (p95 ms, seen)'],
    [...found].map(([peer, { people, last, tried }]) => [
      peer,
      people >= MOST ? `${people} (most that was tried)` : shown(people),
      shown(last?.edit.p95),
      last === null ? '-' : percent(last.editsSeen),
      shown(last?.serverCores),
      shown(last?.crowdCores),
      tried,
    ]),
  )
  return { title: 'Most people in one room, 40 drag, hands move 5 times a second', details, bars }
}

async function search(peer: Peer, { seconds, nodeArguments }: ScenarioOptions): Promise<Found> {
  const tried: string[] = []
  const holds = async (people: number): Promise<Outcome | null> => {
    process.stderr.write(`${peer}: ${people} people\n`)
    try {
      const outcome = await runPeer(peer, { ...PLAN, people, seconds }, nodeArguments)
      tried.push(`${people} (${shown(outcome.edit.p95)}, ${percent(outcome.editsSeen)})`)
      return (outcome.edit.p95 ?? Infinity) < DELAY_MAX_MS && outcome.editsSeen >= SEEN_MIN ? outcome : null
    } catch (error) {
      process.stderr.write(`${String(error)}\n`)
      tried.push(`${people} (gave up)`)
      return null
    }
  }
  let best: { people: number; outcome: Outcome } | null = null
  let tooMany = MOST + 1
  for (let people = FIRST; people < tooMany; people = Math.min(MOST, Math.round(people * STEP))) {
    const outcome = await holds(people)
    if (outcome === null) tooMany = people
    else best = { people, outcome }
    if (people === MOST) break
  }
  while (tooMany <= MOST && tooMany > CLOSE_ENOUGH * (best?.people ?? tooMany)) {
    const people = Math.round(((best?.people ?? 0) + tooMany) / 2)
    const outcome = await holds(people)
    if (outcome === null) tooMany = people
    else best = { people, outcome }
  }
  return { people: best?.people ?? 0, last: best?.outcome ?? null, tried: tried.join(', ') }
}
