/** Whether the canvas may be shown on this page, and with which key. */
export type Licence =
  | { readonly kind: 'allowed'; readonly key: string | undefined }
  /** On this origin tldraw wants a key and there is none: the board is not mounted (design.md, Licences). */
  | { readonly kind: 'missing' }

/** Hosts on which tldraw counts a page as development: it asks for no key there. */
const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/**
 * What tldraw's own rule means for this page: without a key it runs on http and on this machine. We neither circumvent nor
 * hide it.
 */
export function licenceFor(
  origin: { readonly protocol: string; readonly hostname: string },
  key: string | undefined,
): Licence {
  if (key !== undefined && key !== '') return { kind: 'allowed', key }
  const needsKey = origin.protocol === 'https:' && !LOCAL_HOSTS.has(origin.hostname)
  return needsKey ? { kind: 'missing' } : { kind: 'allowed', key: undefined }
}
