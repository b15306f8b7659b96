import { markdownTable } from './table.ts'

/** One line of the table: what was asked, what came of it. */
export interface Bar {
  readonly what: string
  readonly bar: string
  readonly figure: string
  /** To the peer or floor that the bar names; a dash where it names none. */
  readonly ratio: string
  readonly isMet: boolean
}

export function barTable(bars: readonly Bar[]): string {
  return markdownTable(
    ['What', 'Bar', 'Figure', 'Ratio', 'Met'],
    bars.map(({ what, bar, figure, ratio, isMet }) => [what, bar, figure, ratio, isMet ? 'yes' : '**no**']),
  )
}
