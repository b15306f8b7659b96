import { z } from 'zod'
import { ParticipantId } from '../ids/participantId.ts'
import { RoomId } from '../ids/roomId.ts'
import { Context, Role, Template } from '../records/enumerations.ts'
import { GuestAvatar, NAME_MAX_LENGTH, Participant } from './participant.ts'
import { RoomRetention } from './retention.ts'

export const ROOM_TITLE_MAX_LENGTH = 120
export const ROOM_QUESTION_MAX_LENGTH = 200

export const Language = z.enum(['nl', 'en'])
export type Language = z.infer<typeof Language>

/** What a new board starts with: its template alone, or one of the demos. */
export const Start = z.enum(['empty', 'demo-riet', 'demo-yonas', 'demo-session'])
export type Start = z.infer<typeof Start>

/** Body of `POST /api/v1/rooms`. */
export const NewRoom = z.object({
  title: z.string().trim().min(1).max(ROOM_TITLE_MAX_LENGTH),
  question: z.string().trim().max(ROOM_QUESTION_MAX_LENGTH).default(''),
  language: Language.default('nl'),
  start: Start.default('empty'),
  /** What the session is for; absent = what its start is for, `blank` without one. */
  template: Template.optional(),
  /** What it is about; absent = that of its start, `service` without one. */
  context: Context.optional(),
  /** Last day that it is kept, ISO date; absent = 30 days after its last use. At most a year from now. */
  retentionUntil: z.iso.date().optional(),
})
export type NewRoom = z.input<typeof NewRoom>

/** What a link lets one do. */
export const LinkRight = z.enum(['facilitator', 'participant', 'screen'])
export type LinkRight = z.infer<typeof LinkRight>

/** A room as its members see it. */
export const Room = z.looseObject({
  id: RoomId,
  title: z.string(),
  question: z.string(),
  language: Language,
  /** Day of the session, ISO date; deadlines are read against it. */
  date: z.iso.date(),
  createdAt: z.iso.datetime(),
  /** Absent only in what a device kept of a session from before there were templates. */
  template: Template.optional(),
  context: Context.optional(),
  /** Absent only in what a device kept of a session from before there was an end to it. */
  retention: RoomRetention.optional(),
  /** Whether people may keep what is not stored yet on a device of their own; absent as above. */
  localCopies: z.boolean().optional(),
})
export type Room = z.infer<typeof Room>

/**
 * The three secrets, given once at creation, and later to facilitators only. A link is `/r/<roomId>#<secret>`: the fragment
 * reaches no server log.
 */
export const RoomLinks = z.object({ facilitator: z.string(), participant: z.string(), screen: z.string() })
export type RoomLinks = z.infer<typeof RoomLinks>

/** Answer of `POST /api/v1/rooms`, 201. */
export const CreatedRoom = z.object({ room: Room, links: RoomLinks })
export type CreatedRoom = z.infer<typeof CreatedRoom>

/**
 * Body of `POST /api/v1/rooms/:roomId/sessions`. With a participant or facilitator link the person says who he is; without
 * `name` he gets a friendly invented one. `role` must fit the link: `facilitator` and `co_facilitator` only with the
 * facilitator's, `screen` only with the screen's. A device that was here before sends no name or role: its cookie brings it back.
 */
export const NewSession = z.object({
  secret: z.string().min(1).max(200),
  name: z.string().trim().max(NAME_MAX_LENGTH).optional(),
  avatar: GuestAvatar.optional(),
  role: Role.optional(),
})
export type NewSession = z.input<typeof NewSession>

/** Answer, 201. `token` is the same session for programs; browsers use the cookie set beside it. */
export const CreatedSession = z.object({ participant: Participant, room: Room, right: LinkRight, token: z.string() })
export type CreatedSession = z.infer<typeof CreatedSession>

/** Answer of `GET /api/v1/rooms/:roomId`: the room and who is asking. */
export const RoomView = z.object({ room: Room, me: Participant, right: LinkRight })
export type RoomView = z.infer<typeof RoomView>

export const RoomParam = z.object({ roomId: RoomId })
export const ParticipantParam = z.object({ roomId: RoomId, participantId: ParticipantId })

/** Body of `PATCH /api/v1/rooms/:roomId`, facilitators only. */
export const RoomChange = z.object({
  title: z.string().trim().min(1).max(ROOM_TITLE_MAX_LENGTH).optional(),
  question: z.string().trim().max(ROOM_QUESTION_MAX_LENGTH).optional(),
  /** Last day that it is kept, ISO date: from today to a year after it was made. */
  retentionUntil: z.iso.date().optional(),
  /** Whether people may keep what is not stored yet on a device of their own. */
  localCopies: z.boolean().optional(),
})
export type RoomChange = z.input<typeof RoomChange>
