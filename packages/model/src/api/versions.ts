import { z } from 'zod'
import { RoomId } from '../ids/roomId.ts'

/** Longest name that a facilitator gives to a version, in UTF-16 code units. */
export const VERSION_NAME_MAX_LENGTH = 80

const VersionId = z.string().min(1).max(64)

/** Why the server kept the board as it was at a moment. */
export const VersionReason = z.enum([
  /** Ten minutes after the last one, when something had changed. */
  'automatic',
  /** A step of the agenda began. */
  'step',
  /** A facilitator asked for it, and named it. */
  'named',
  /** Before guessing began, and before the guesses were shown. */
  'guess-opened',
  'guess-revealed',
  /** Before a file was added to the board. */
  'import',
  /** Before many cards were taken away at once. */
  'many-gone',
  /** Before an earlier version was put back: with it that is undone. */
  'before-restore',
])
export type VersionReason = z.infer<typeof VersionReason>

/** The board as it was at a moment, without its content. */
export const Version = z.looseObject({
  id: VersionId,
  reason: VersionReason,
  /** Of a named one and of a step; '' for every other. */
  name: z.string(),
  /** By the server's clock. */
  keptAt: z.iso.datetime(),
  /** From then on it is gone. */
  expiresAt: z.iso.datetime(),
  /** How many cards stood on the board (`countCards`). */
  cards: z.number().int(),
})
export type Version = z.infer<typeof Version>

/** Answer of `GET /api/v1/rooms/:roomId/versions`: newest first. */
export const VersionList = z.object({
  versions: z.array(Version),
  /** How many cards stand on the board now. */
  cards: z.number().int(),
})
export type VersionList = z.infer<typeof VersionList>

/** Body of `POST /api/v1/rooms/:roomId/versions`. */
export const NewVersion = z.object({
  name: z.string().trim().min(1).max(VERSION_NAME_MAX_LENGTH),
  reason: z.enum(['named', 'step']).default('named'),
})
export type NewVersion = z.input<typeof NewVersion>

/** Answer of `GET /api/v1/rooms/:roomId/versions/:versionId`: what stood on the board. */
export const VersionView = z.object({
  version: Version,
  /** Records with their id, in the layout of now; each is judged by who reads it, as in a board file. */
  records: z.array(z.looseObject({ id: z.string() })),
})
export type VersionView = z.infer<typeof VersionView>

/** Answer of `POST /api/v1/rooms/:roomId/versions/:versionId/restorations`: the board is that version now. */
export const Restored = z.object({
  /** The board as it was before, to undo it. */
  before: Version,
  /** Cards made since the version, which stand beside the rest now. */
  beside: z.number().int(),
})
export type Restored = z.infer<typeof Restored>

export const VersionParam = z.object({ roomId: RoomId, versionId: VersionId })
