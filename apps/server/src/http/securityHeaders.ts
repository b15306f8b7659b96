import type { MiddlewareHandler } from 'hono'

/** What the browser may load and where it may talk to: this server, nobody else (reliability.md C7, F88). */
export function contentSecurityPolicy(host: string | undefined): string {
  // 'self' covers web sockets in current browsers only; the host is named for the others. It is the browser's own word for
  // where it is, so it is taken over only when it is nothing but a host.
  const sockets = host !== undefined && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : ''
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' blob: data:`,
    `font-src 'self' data:`,
    // blob: and data: reach nobody; the canvas reads its own fonts and pictures so when it draws a picture of the board.
    `connect-src 'self' blob: data:${sockets}`,
    `manifest-src 'self'`,
    `media-src 'self' blob:`,
    `worker-src 'self' blob:`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `object-src 'none'`,
  ].join('; ')
}

/** Browser features that nothing here uses. */
const PERMISSIONS_POLICY = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

/** Headers of every answer: page, file, API and error alike. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Content-Security-Policy', contentSecurityPolicy(c.req.header('Host')))
  c.header('Referrer-Policy', 'no-referrer')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('X-Frame-Options', 'DENY')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  c.header('Permissions-Policy', PERMISSIONS_POLICY)
}
