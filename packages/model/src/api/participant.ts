import { z } from 'zod'
import { ParticipantId } from '../ids/participantId.ts'
import { Role } from '../records/enumerations.ts'

/** Longest name that a participant may take, in UTF-16 code units. */
export const NAME_MAX_LENGTH = 30

/** The drawings that a guest may choose from: animals and household things, each with its own ground colour. */
export const guestAvatars = [
  'cat',
  'dog',
  'hen',
  'fish',
  'snail',
  'owl',
  'hedgehog',
  'butterfly',
  'teapot',
  'bicycle',
  'umbrella',
  'plant',
  'lamp',
  'boat',
  'cake',
  'key',
] as const
export const GuestAvatar = z.enum(guestAvatars)
export type GuestAvatar = z.infer<typeof GuestAvatar>

/** One person of a room as the others may see her. */
export const Participant = z.looseObject({
  id: ParticipantId,
  name: z.string().max(NAME_MAX_LENGTH),
  avatar: GuestAvatar,
  role: Role,
  /** Whether at least one connection of hers is open now. */
  connected: z.boolean(),
})
export type Participant = z.infer<typeof Participant>

/** Answer of `GET /api/v1/rooms/:roomId/participants`: who takes part, oldest first. */
export const ParticipantList = z.object({ participants: z.array(Participant) })
export type ParticipantList = z.infer<typeof ParticipantList>

/**
 * Body of `PATCH /api/v1/rooms/:roomId/participants/:participantId`. Name and drawing are one's own to change; the role is
 * the facilitator's, and must fit the link that the person came in by.
 */
export const ParticipantChange = z.object({
  name: z.string().trim().min(1).max(NAME_MAX_LENGTH).optional(),
  avatar: GuestAvatar.optional(),
  role: Role.optional(),
})
export type ParticipantChange = z.input<typeof ParticipantChange>
