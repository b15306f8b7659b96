import type { IncomingMessage } from 'node:http'
import {
  SCHEMA_SUBPROTOCOL_PREFIX,
  STOCK_SUBPROTOCOL,
  SUBPROTOCOL,
  TOKEN_SUBPROTOCOL_PREFIX,
  UNSAID_SCHEMA_VERSION,
} from '@samenreis/model/protocol/messages'
import type { SessionCarrier } from '../access/Admission.ts'

/** Subprotocols that the client offered, in its order. */
export function offeredSubprotocols({ headers }: IncomingMessage): string[] {
  return (headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** Where the request carries its session. */
export function sessionCarrier(request: IncomingMessage): SessionCarrier {
  const { cookie, authorization } = request.headers
  return { cookie, authorization, subprotocols: offeredSubprotocols(request) }
}

/**
 * The subprotocol that the server answers with: ours, else the stock client's word, else the token itself, because a client
 * that offered only that expects it back. false = none.
 */
export function chooseSubprotocol(offered: readonly string[]): string | false {
  if (offered.includes(SUBPROTOCOL)) return SUBPROTOCOL
  if (offered.includes(STOCK_SUBPROTOCOL)) return STOCK_SUBPROTOCOL
  return offered.find((each) => each.startsWith(TOKEN_SUBPROTOCOL_PREFIX)) ?? false
}

/** The version of the layout that the client knows (reliability.md F17); null = what it says is none. */
export function knownSchema(offered: readonly string[]): number | null {
  const [said, ...more] = offered.filter((each) => each.startsWith(SCHEMA_SUBPROTOCOL_PREFIX))
  if (said === undefined) return UNSAID_SCHEMA_VERSION
  const version = said.slice(SCHEMA_SUBPROTOCOL_PREFIX.length)
  return more.length === 0 && /^[1-9]\d{0,5}$/.test(version) ? Number(version) : null
}

/**
 * Whether the page that opens this connection may (reliability.md F61): its origin is on the list, exactly. Without an
 * origin, which browsers always send, only a bearer token is let through, and never a cookie.
 * @param origins null = the host that was asked for
 */
export function isOriginAllowed(request: IncomingMessage, origins: readonly string[] | null): boolean {
  const { origin, host, cookie, authorization } = request.headers
  if (origin === undefined) {
    const carriesToken =
      authorization !== undefined ||
      offeredSubprotocols(request).some((each) => each.startsWith(TOKEN_SUBPROTOCOL_PREFIX))
    return carriesToken && cookie === undefined
  }
  if (origins !== null) return origins.includes(origin)
  return host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)
}
