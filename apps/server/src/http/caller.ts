import type { IncomingMessage } from 'node:http'
import type { Context } from 'hono'
import type { SessionCarrier } from '../access/Admission.ts'
import { clientAddress } from '../access/clientAddress.ts'

/** Where the request carries its session. */
export function carrierOf(c: Context): SessionCarrier {
  return { cookie: c.req.header('Cookie'), authorization: c.req.header('Authorization'), subprotocols: [] }
}

/** Address that the request came from, for limits only. '' where there is no socket (tests in memory). */
export function addressOf(c: Context, trustedProxies: readonly string[]): string {
  // Given by @hono/node-server; requests that were made in memory have none.
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  return clientAddress(incoming?.socket.remoteAddress, c.req.header('X-Forwarded-For'), trustedProxies)
}
