import { LinkRight, Language } from '@samenreis/model/api/rooms'
import { GuestAvatar } from '@samenreis/model/api/participant'
import { VersionReason } from '@samenreis/model/api/versions'
import { ParticipantId } from '@samenreis/model/ids/participantId'
import { RoomId } from '@samenreis/model/ids/roomId'
import { Context, Role, Template } from '@samenreis/model/records/enumerations'
import { z } from 'zod'
import type { VersionRecord } from './VersionStore.ts'
import type { ParticipantRecord, RoomRecord, SessionRecord } from './RoomDirectory.ts'

/** Rows as SQLite gives them. A row that does not hold is an error of the store, never a guess. */
export const BytesRow = z.object({ sequence: z.number(), bytes: z.instanceof(Uint8Array), checksum: z.number() })
export type BytesRow = z.output<typeof BytesRow>
export const ClientRow = z.object({ client_id: z.number(), participant_id: ParticipantId })
export const RetiredRow = z.object({ client_id: z.number() })
export const IdRow = z.object({ id: z.string() })
export const EpochRow = z.object({ epoch: z.string() })
export const SequenceRow = z.object({ sequence: z.number().nullable() })
export const BodyRow = z.object({ body: z.string() })
export const ValueRow = z.object({ value: z.string() })
/** `ok`, or what does not hold. */
export const CheckRow = z.object({ integrity_check: z.string() })
/** A row whose reference leads nowhere. */
export const OrphanRow = z.object({ table: z.string(), parent: z.string() })
export const RoomIdRow = z.object({ room_id: RoomId })
export const OwnerRow = z.object({ participant_id: z.string() })

export const CountRow = z.object({ count: z.number() })

export const VersionRow = z
  .object({
    id: z.string(),
    room_id: RoomId,
    reason: VersionReason,
    name: z.string(),
    kept_at: z.string(),
    expires_at: z.string(),
    sequence: z.number(),
    digest: z.string(),
    cards: z.number(),
    restores: z.string().nullable(),
  })
  .transform(({ room_id, kept_at, expires_at, ...row }): VersionRecord => ({
    ...row,
    roomId: room_id,
    keptAt: kept_at,
    expiresAt: expires_at,
  }))

export const RoomRow = z
  .object({
    id: RoomId,
    title: z.string(),
    question: z.string(),
    language: Language,
    date: z.string(),
    created_at: z.string(),
    facilitator_hash: z.string(),
    participant_hash: z.string(),
    screen_hash: z.string(),
    template: Template,
    context: Context,
    retention_until: z.string(),
    retention_chosen: z.number(),
    local_copies: z.number(),
  })
  .transform((row): RoomRecord => ({
    id: row.id,
    title: row.title,
    question: row.question,
    language: row.language,
    date: row.date,
    createdAt: row.created_at,
    template: row.template,
    context: row.context,
    localCopies: row.local_copies === 1,
    retentionUntil: row.retention_until,
    retentionChosen: row.retention_chosen === 1,
    secretHashes: { facilitator: row.facilitator_hash, participant: row.participant_hash, screen: row.screen_hash },
  }))

export const ParticipantRow = z
  .object({
    id: ParticipantId,
    room_id: RoomId,
    name: z.string(),
    avatar: GuestAvatar,
    role: Role,
    created_at: z.string(),
    demo: z.number(),
  })
  .transform((row): ParticipantRecord => ({
    id: row.id,
    roomId: row.room_id,
    name: row.name,
    avatar: row.avatar,
    role: row.role,
    createdAt: row.created_at,
    demo: row.demo === 1,
  }))

export const SessionRow = z
  .object({
    token_hash: z.string(),
    room_id: RoomId,
    participant_id: ParticipantId,
    link_right: LinkRight,
    secret_hash: z.string(),
    expires_at: z.string(),
  })
  .transform((row): SessionRecord => ({
    tokenHash: row.token_hash,
    roomId: row.room_id,
    participantId: row.participant_id,
    right: row.link_right,
    secretHash: row.secret_hash,
    expiresAt: row.expires_at,
  }))
