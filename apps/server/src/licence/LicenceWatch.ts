import { daysLeftOf, isLicensedHost, readTldrawLicence } from '@samenreis/model/api/tldrawLicence'
import type { Log } from '../log.ts'

/** How long before its end a licence is spoken of: time to buy another one (reliability.md F95). */
const ALARM_DAYS = 60
const LOOK_MS = 24 * 60 * 60 * 1000

export interface LicenceWatchOptions {
  /** null = none is set. */
  readonly key: string | null
  /** Where browsers find this server; null = nobody said. */
  readonly origins: readonly string[] | null
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly log: Pick<Log, 'warn' | 'error'>
}

/**
 * Says at the start, and once a day, what is wrong with tldraw's licence or will be soon. The server goes on without one: all but the
 * board itself works, and boards go on on http and on this machine.
 */
export class LicenceWatch {
  readonly #options: LicenceWatchOptions
  readonly #timer: NodeJS.Timeout

  constructor(options: LicenceWatchOptions) {
    this.#options = options
    this.#timer = setInterval(() => this.look(), LOOK_MS)
    this.#timer.unref()
    this.look()
  }

  /** Days until the end of the licence's last day; null when there is none, or it does not end. */
  get daysLeft(): number | null {
    const { key, now } = this.#options
    const licence = key === null ? null : readTldrawLicence(key)
    return licence === null ? null : daysLeftOf(licence, now())
  }

  look(): void {
    const { key, origins, log } = this.#options
    const hosts = (origins ?? []).map((origin) => new URL(origin)).filter(({ protocol }) => protocol === 'https:')
    if (key === null) {
      if (hosts.length > 0) log.warn('licence-missing')
      return
    }
    const licence = readTldrawLicence(key)
    if (licence === null) return log.error('licence-unreadable')
    if (hosts.some(({ hostname }) => !isLicensedHost(licence, hostname))) log.error('licence-other-host')
    const days = this.daysLeft
    if (days === null || days > ALARM_DAYS) return
    if (days < 0) log.error('licence-over', { numbers: { days: -days } })
    else log.warn('licence-ends-soon', { numbers: { days } })
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}
