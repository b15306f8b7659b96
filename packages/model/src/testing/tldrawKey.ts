/** Flags of a key: what it is bought as. */
const flags = { annual: 1, perpetual: 2, evaluation: 16 } as const

/** A key in tldraw's form, for these hosts until this day; nobody signed it. */
export function tldrawKey(hosts: readonly string[], lastDay: string, kind: keyof typeof flags = 'annual'): string {
  return `tldraw-test/${btoa(JSON.stringify(['id', hosts, flags[kind], lastDay]))}.c2ln`
}
