import { z } from 'zod'

/** 26 characters of base 32 are 130 random bits: a room cannot be guessed (reliability.md F64). */
export const ROOM_ID_LENGTH = 26

/** Alphabet of room ids: no capitals, and none of the letters that people mix up with digits. */
export const ROOM_ID_ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Names one room, its board document and its server records. */
export const RoomId = z
  .string()
  .regex(new RegExp(`^[${ROOM_ID_ALPHABET}]{${ROOM_ID_LENGTH}}$`))
  .brand<'RoomId'>()
export type RoomId = z.infer<typeof RoomId>
