import type { ParticipantId } from '@samenreis/model/ids/participantId'
import { leads as roleLeads, type Role } from '@samenreis/model/records/enumerations'
import { EditorAtom } from 'tldraw'

/** Who works at this canvas. */
export interface Maker {
  readonly id: ParticipantId
  readonly name: string
  readonly role: Role
}

/** The person at this canvas, for shapes that only their author may change. null = nobody is known, so nobody may. */
export const boardMaker = new EditorAtom<Maker | null>('board maker', () => null)

/** Whether this person leads the session. */
export function leads(maker: Maker | null): boolean {
  return maker !== null && roleLeads(maker.role)
}
