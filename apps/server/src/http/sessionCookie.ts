import type { RoomId } from '@samenreis/model/ids/roomId'
import type { Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import { cookieName, type OpenedSession } from '../access/Sessions.ts'

/** Gives the browser its session. Scripts cannot read it, and no other website can make the browser send it. */
export function setSessionCookie(c: Context, roomId: RoomId, { token, lengthMs }: OpenedSession): void {
  setCookie(c, cookieName(roomId), token, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    secure: isOnHttps(c),
    // A length and no date: the device's clock may be years off (reliability.md F20).
    maxAge: lengthMs / 1000,
  })
}

/** Takes the browser's session away from it. */
export function clearSessionCookie(c: Context, roomId: RoomId): void {
  deleteCookie(c, cookieName(roomId), { path: '/', secure: isOnHttps(c), httpOnly: true, sameSite: 'Strict' })
}

/** As the browser sees it: behind a proxy that ends TLS, the request itself comes over http. */
function isOnHttps(c: Context): boolean {
  return (c.req.header('Origin') ?? c.req.url).startsWith('https://')
}
