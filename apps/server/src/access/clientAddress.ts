/**
 * Address that a request came from, for limits only: never stored, never logged. `X-Forwarded-For` is believed from proxies
 * that were named in the settings alone (reliability.md F65): anybody may write that header.
 */
export function clientAddress(
  remote: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: readonly string[],
): string {
  const nearestFirst = [...(forwardedFor?.split(',') ?? []), remote ?? ''].map(plainAddress).toReversed()
  const client = nearestFirst.find((address) => !trustedProxies.includes(address)) ?? nearestFirst.at(-1) ?? ''
  return network(client)
}

/** An IPv4 address that came over an IPv6 socket is written as one. */
function plainAddress(address: string): string {
  return address.trim().replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}

/** One household or office has a whole /64 of IPv6: counting single addresses would count nothing. */
function network(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head === '' ? [] : head.split(':')
  const rest = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - rest.length) }, () => '0')
  return [...groups, ...zeros, ...rest].slice(0, 4).join(':')
}
