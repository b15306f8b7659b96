/** How a moment is told: as today or yesterday, or with its day; and its time. */
export interface SpokenMoment {
  readonly day: 'today' | 'yesterday' | 'earlier'
  /** E.g. `22 november`. */
  readonly date: string
  /** E.g. `10.40`. */
  readonly time: string
}

const DAY_MS = 24 * 60 * 60_000

/** The moment in words of this language, at the place of this device. */
export function spokenMoment(at: Date, now: Date, language: string): SpokenMoment {
  const time = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at)
  const days = Math.round((midnight(now) - midnight(at)) / DAY_MS)
  return {
    day: days === 0 ? 'today' : days === 1 ? 'yesterday' : 'earlier',
    date: new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' }).format(at),
    time: language.startsWith('nl') ? time.replace(':', '.') : time,
  }
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
