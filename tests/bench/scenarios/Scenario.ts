import type { Bar } from '../load/Bar.ts'
import type { Outcome } from '../load/plan.ts'
import { runPeer, type RunPlan } from '../load/runPeer.ts'
import type { Peer } from '../load/ServerUnderTest.ts'

export interface ScenarioOptions {
  /** Those of the scenario's own that are to run. */
  readonly peers: readonly Peer[]
  /** Measured, after the warming up. */
  readonly seconds: number
  /** Arguments of the servers' Node, for example to profile them. */
  readonly nodeArguments: readonly string[]
}

export interface ScenarioReport {
  readonly title: string
  /** Markdown: what was done, and what each server did. */
  readonly details: string
  readonly bars: readonly Bar[]
}

export type Scenario = (options: ScenarioOptions) => Promise<ScenarioReport>

/** One crowd after the other, each with a fresh server; a server that gives up is a line of its own, not the end. */
export async function runPeers(
  peers: readonly Peer[],
  plan: RunPlan,
  { seconds, nodeArguments }: ScenarioOptions,
): Promise<Map<Peer, Outcome | string>> {
  const outcomes = new Map<Peer, Outcome | string>()
  for (const peer of peers) {
    process.stderr.write(`${peer}: ${plan.rooms} x ${plan.people} people, ${plan.writers} drag\n`)
    try {
      outcomes.set(peer, await runPeer(peer, { ...plan, seconds }, nodeArguments))
    } catch (error) {
      if (peer === 'samenreis' || !(error instanceof Error)) throw error
      process.stderr.write(`${error.message}\n${String(error.cause)}\n`)
      outcomes.set(peer, 'gave up')
    }
  }
  return outcomes
}

/** Only what was measured. */
export function measured(outcomes: ReadonlyMap<Peer, Outcome | string>, peer: Peer): Outcome | null {
  const outcome = outcomes.get(peer)
  return typeof outcome === 'object' ? outcome : null
}
