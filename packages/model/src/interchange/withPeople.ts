import type { ParticipantId } from '../ids/participantId.ts'
import type { BoardRecord } from '../records/recordKinds.ts'
import { renameReferences } from './renameReferences.ts'

/**
 * The records with the people in them under their new ids, as the voters of an imported board get them in its new room.
 * Who is not in the map keeps an id that nobody in the room has.
 */
export function withPeople(
  records: readonly BoardRecord[],
  newIds: ReadonlyMap<ParticipantId, ParticipantId>,
): BoardRecord[] {
  const names: ReadonlyMap<string, string> = newIds
  const renaming = { record: (id: string): string => id, participant: (id: string): string => names.get(id) ?? id }
  return records.map((record) => renameReferences(record, renaming))
}
