import type { Outcome } from './plan.ts'
import { markdownTable, percent, shown } from './table.ts'

const MB = 1e6
const KB = 1e3

/** What each server did with the same crowd. */
export function peerTable(outcomes: readonly (readonly [string, Outcome | string])[]): string {
  return markdownTable(
    [
      'Server',
      'Edits seen',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'Cursors told, shown /s',
      'Cursor p95 ms',
      'Stored p50, p95, p99, p99.9 ms',
      'Server cores',
      'Server MB',
      'kB/s a person',
      'Messages/s a person',
      'CPU µs a delivery',
      'Crowd cores',
    ],
    outcomes.map(([peer, outcome]) => (typeof outcome === 'string' ? [peer, outcome] : [peer, ...cells(outcome)])),
  )
}

function cells(outcome: Outcome): string[] {
  const { edit, durable } = outcome
  return [
    percent(outcome.editsSeen),
    shown(edit.p50),
    shown(edit.p95),
    shown(edit.p99),
    `${shown(outcome.cursorsSentPerPerson)}, ${shown(outcome.cursorsShown)}`,
    shown(outcome.cursor.p95),
    durable === null ? '-' : [durable.p50, durable.p95, durable.p99, durable.p999].map(shown).join(', '),
    shown(outcome.serverCores),
    shown(outcome.serverBytes / MB),
    shown(outcome.bytesPerPersonSecond / KB),
    shown(outcome.messagesPerPersonSecond),
    shown(outcome.cpuMicrosPerDelivery),
    shown(outcome.crowdCores),
  ]
}
