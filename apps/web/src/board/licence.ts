import { isLicensedHost, readTldrawLicence } from '@samenreis/model/api/tldrawLicence'

/** Whether the canvas may be shown on this page, and with which key. */
export type Licence =
  | { readonly kind: 'allowed'; readonly key: string | undefined }
  /**
   * On this origin tldraw wants a key, and there is none, it is none, it is for another host, or it is over: the board is not
   * mounted (design.md, Licences; reliability.md F95).
   */
  | { readonly kind: 'missing' | 'unreadable' | 'other-host' | 'over' }

/** Hosts on which tldraw counts a page as development: it asks for no key there. */
const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/**
 * What tldraw's own rule means for this page: without a key it runs on http and on this machine. We neither circumvent nor
 * hide it. tldraw itself would show an empty board; here a person is told why.
 *
 * @param nowMs milliseconds since 1970
 */
export function licenceFor(
  origin: { readonly protocol: string; readonly hostname: string },
  key: string | undefined,
  nowMs: number,
): Licence {
  const given = key === undefined || key === '' ? undefined : key
  if (origin.protocol !== 'https:' || LOCAL_HOSTS.has(origin.hostname)) return { kind: 'allowed', key: given }
  if (given === undefined) return { kind: 'missing' }
  const licence = readTldrawLicence(given)
  if (licence === null) return { kind: 'unreadable' }
  if (!isLicensedHost(licence, origin.hostname)) return { kind: 'other-host' }
  if (licence.stopsAtMs !== null && nowMs >= licence.stopsAtMs) return { kind: 'over' }
  return { kind: 'allowed', key: given }
}
