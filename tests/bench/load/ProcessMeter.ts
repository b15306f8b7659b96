import { readFileSync } from 'node:fs'

/** Linux counts the time of a process in hundredths of a second. */
const TICKS_PER_SECOND = 100
const KIB = 1024

/** Seconds of CPU that a process and all its threads took so far. @throws where there is no /proc, or no such process */
export function cpuSeconds(pid: number): number {
  // The second field is the program's name, in brackets, and may hold anything.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

/** Bytes of memory that a process holds now. @throws as above */
export function residentBytes(pid: number): number {
  return KIB * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN)
}

/** The value that `share` of all are at or below. NaN of none. */
export function percentile(values: readonly number[] | Float64Array, share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
