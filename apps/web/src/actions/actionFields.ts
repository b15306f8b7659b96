import type { BoardDocument } from '@samenreis/model/document/BoardDocument'
import { changeRecord, putRecord } from '@samenreis/model/document/write'
import type { ParticipantId } from '@samenreis/model/ids/participantId'
import type { ShapeId } from '@samenreis/model/ids/recordId'
import type { Card } from '@samenreis/model/records/card'
import type { ActionStatus } from '@samenreis/model/records/enumerations'
import type { Idea } from '@samenreis/model/records/idea'
import type { Actor } from '@samenreis/model/records/actor'
import type { BoardRecord } from '@samenreis/model/records/recordKinds'

/** A record with who, what organisation, when and state: an idea, or a consequence that is an action of its own. */
export type FillableRecord = Idea | Card

export function isFillable(record: BoardRecord | null): record is FillableRecord {
  return record?.type === 'idea' || record?.type === 'card'
}

/** What may be filled in on the list. Texts become splices: two people in one field lose no character. */
export interface ActionFields {
  readonly owner?: string
  readonly ownerParticipantId?: ParticipantId | null
  readonly organisationId?: ShapeId | null
  readonly deadline?: string
  readonly status?: ActionStatus
}

/** Origin of what is written here: apart from the canvas's, so that an undo there never takes it back. */
const origin = { from: 'action list' } as const

/** Changes the card that the action came from. */
export function fillIn(board: BoardDocument, id: ShapeId, fields: ActionFields): void {
  board.transact(() => changeRecord(board, id, { ...fields }), origin)
}

/** Puts a new organisation on the board and names it in the card, as one change. */
export function fillInNewOrganisation(board: BoardDocument, id: ShapeId, organisation: Actor): void {
  board.transact(() => {
    putRecord(board, organisation)
    changeRecord(board, id, { organisationId: organisation.id })
  }, origin)
}
