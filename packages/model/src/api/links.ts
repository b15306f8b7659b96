import { z } from 'zod'
import { RoomId } from '../ids/roomId.ts'
import { LinkRight, NewSession, Room } from './rooms.ts'

export const LinkParam = z.object({ roomId: RoomId, right: LinkRight })

/**
 * Answer of `POST /api/v1/rooms/:roomId/links/:right`, 201: the link has a new secret, and whoever came in by the old one is
 * out (reliability.md F77). A facilitator who renews her own kind of link stays in: `token` is her new session for programs,
 * beside the cookie for browsers; null when her session did not change.
 */
export const RenewedLink = z.object({ right: LinkRight, secret: z.string(), token: z.string().nullable() })
export type RenewedLink = z.infer<typeof RenewedLink>

/** Body of `POST /api/v1/rooms/:roomId/link-checks`. */
export const LinkToCheck = NewSession.pick({ secret: true })
export type LinkToCheck = z.input<typeof LinkToCheck>

/**
 * Answer of `POST /api/v1/rooms/:roomId/link-checks`, 200: what a link is for, and of which session, before anybody comes in
 * by it. Asking changes nothing.
 */
export const CheckedLink = z.object({ right: LinkRight, room: Room.pick({ title: true, language: true }) })
export type CheckedLink = z.infer<typeof CheckedLink>
