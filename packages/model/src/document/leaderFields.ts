import * as Y from 'yjs'
import { isShapeType, shapeKinds } from '../records/recordKinds.ts'

/**
 * Fields that only who leads fills in, by kind (model.md B1): who does an idea, for which organisation, when and how it stands, and
 * what a journey is about. Everybody reads them, and everybody else's fields are everybody's. The panel shows them so, and the
 * server refuses others.
 */
export const leaderFields = {
  idea: ['owner', 'ownerParticipantId', 'organisationId', 'deadline', 'status', 'mergedInto'],
  card: ['owner', 'ownerParticipantId', 'organisationId', 'deadline', 'status'],
  journey: [
    'kind',
    'personaIds',
    'startMoment',
    'endMoment',
    'comparesWith',
    'whyAsked',
    'context',
    'laws',
    'layersLeft',
  ],
  phase: ['key'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** Kinds that everybody makes as he likes, e.g. by copying a whole map; only what stands is for who leads. */
const madeByAll: ReadonlySet<string> = new Set(['journey', 'phase'])

/** Names of the fields of a kind that only who leads fills in. */
export function leaderFieldsOf(type: string): readonly string[] {
  return Object.hasOwn(leaderFields, type) ? leaderFields[type as keyof typeof leaderFields] : []
}

/**
 * What who leads filled in of a record, as one text that can be compared; null = the kind has no such fields. Raw: also of records
 * that hold to no schema. A field that is not there counts as what a new record starts with.
 */
export function leaderFactsOf(field: (name: string) => unknown): string | null {
  const type = field('type')
  if (typeof type !== 'string' || !isShapeType(type)) return null
  const names = leaderFieldsOf(type)
  if (names.length === 0) return null
  const { defaults } = shapeKinds[type]
  return JSON.stringify([type, ...names.map((name) => plain(field(name)) ?? defaults[name])])
}

/**
 * Whether a change of one record is for who leads only.
 *
 * @param before facts of the record as it was, null = it was not there, or of a kind without such fields
 * @param removed facts that it had when it was last taken away: an undo brings them back
 * @param field reads the record as it is now; null = it is gone, which anybody may do
 */
export function isForLeaders(
  before: string | null,
  removed: string | null,
  field: ((name: string) => unknown) | null,
): boolean {
  if (field === null) return false
  const after = leaderFactsOf(field)
  if (before !== null) return after !== before
  if (after === null || after === removed) return false
  const type = String(field('type'))
  return !madeByAll.has(type) && after !== leaderFactsOf((name) => (name === 'type' ? type : undefined))
}

function plain(value: unknown): unknown {
  return value instanceof Y.Text ? value.toString() : value
}
