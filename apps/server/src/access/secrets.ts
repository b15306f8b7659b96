import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { ROOM_ID_ALPHABET, ROOM_ID_LENGTH, RoomId } from '@samenreis/model/ids/roomId'

/** Random bytes of a link's secret: 144 bits, 24 characters (reliability.md F64 asks for 128). */
const LINK_SECRET_BYTES = 18
/** Random bytes of a session's token. */
const TOKEN_BYTES = 32
/** Letters and digits of a participant's id; unique, not secret. */
const PARTICIPANT_ID_LENGTH = 16
/** Random bytes of an epoch; unique, not secret. */
const EPOCH_BYTES = 12
const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Source of randomness: the system's, or a seeded one in tests. */
export type RandomBytes = (count: number) => Uint8Array
export const systemRandom: RandomBytes = (count) => randomBytes(count)

/** Secret of a link; its characters fit in an address without escapes. */
export function newLinkSecret(random: RandomBytes): string {
  return Buffer.from(random(LINK_SECRET_BYTES)).toString('base64url')
}

/** Token of a session; its characters fit in a cookie, a header and a subprotocol. */
export function newToken(random: RandomBytes): string {
  return Buffer.from(random(TOKEN_BYTES)).toString('base64url')
}

/** Name of a room's document, until it is made anew. */
export function newEpoch(random: RandomBytes): string {
  return Buffer.from(random(EPOCH_BYTES)).toString('base64url')
}

export function newRoomId(random: RandomBytes): RoomId {
  return RoomId.parse(word(random, ROOM_ID_LENGTH, ROOM_ID_ALPHABET))
}

export function newParticipantId(random: RandomBytes): ParticipantId {
  return ParticipantId.parse(`pa_${word(random, PARTICIPANT_ID_LENGTH, ALPHANUMERIC)}`)
}

/** What is stored of a secret. A plain hash is enough: nothing that is this random can be found by trying. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** Compares two hashes in a time that tells nothing of where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** A number from 0 up to `bound`, every one as likely. `bound` is at most 256. */
export function below(random: RandomBytes, bound: number): number {
  const fair = 256 - (256 % bound)
  for (;;) {
    const [byte = 0] = random(1)
    if (byte < fair) return byte % bound
  }
}

function word(random: RandomBytes, length: number, alphabet: string): string {
  return Array.from({ length }, () => alphabet.charAt(below(random, alphabet.length))).join('')
}
