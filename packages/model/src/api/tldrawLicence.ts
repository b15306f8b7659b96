import { z } from 'zod'

const DAY_MS = 86_400_000
/** Days after its last day that tldraw still draws with a licence by the year. */
const GRACE_DAYS = 30
/** Bits of the licence's flags (tldraw, LicenseManager.ts). */
const PERPETUAL = 1 << 1
const EVALUATION = 1 << 4
/** What the characters that text programs slip in look like to nobody. */
const INVISIBLE = /[\u200B-\u200D\uFEFF\r\n]/g

const Payload = z.tuple([z.string(), z.array(z.string()), z.number().int(), z.string()]).rest(z.unknown())

/** What a licence of tldraw says of itself. Whether tldraw signed it, tldraw itself finds out. */
export interface TldrawLicence {
  readonly hosts: readonly string[]
  /** First moment after its last day, in milliseconds since 1970; null = it does not end by the calendar. */
  readonly endsAtMs: number | null
  /** From when on tldraw draws no board with it; null as above. */
  readonly stopsAtMs: number | null
}

/** Reads a key; null = it is none that this version of tldraw understands. */
export function readTldrawLicence(key: string): TldrawLicence | null {
  const [, encoded = ''] = /^tldraw-[^/]*\/([^.]+)\../.exec(key.replace(INVISIBLE, '')) ?? []
  const reading = Payload.safeParse(payloadOf(encoded))
  if (!reading.success) return null
  const [, hosts, flags, lastDay] = reading.data
  const lastDayMs = Date.parse(lastDay)
  if (Number.isNaN(lastDayMs)) return null
  if ((flags & PERPETUAL) !== 0) return { hosts, endsAtMs: null, stopsAtMs: null }
  const endsAtMs = Math.floor(lastDayMs / DAY_MS) * DAY_MS + DAY_MS
  const graceMs = (flags & EVALUATION) === 0 ? GRACE_DAYS * DAY_MS : 0
  return { hosts, endsAtMs, stopsAtMs: endsAtMs + graceMs }
}

/** Whether a licence is for this host, by tldraw's own rule: as it is, with `www.`, or below `*.`. */
export function isLicensedHost({ hosts }: TldrawLicence, hostname: string): boolean {
  const asked = hostname.toLowerCase()
  return hosts.some((each) => {
    const host = each.toLowerCase().trim()
    if (host === '*' || host === asked || `www.${host}` === asked || host === `www.${asked}`) return true
    return host.startsWith('*.') && asked.endsWith(host.slice(1))
  })
}

/** Whole days until the end of its last day, below 0 when that is past; null = it does not end. */
export function daysLeftOf({ endsAtMs }: TldrawLicence, nowMs: number): number | null {
  return endsAtMs === null ? null : Math.floor((endsAtMs - nowMs) / DAY_MS)
}

function payloadOf(encoded: string): unknown {
  try {
    return JSON.parse(atob(encoded))
  } catch {
    return null
  }
}
