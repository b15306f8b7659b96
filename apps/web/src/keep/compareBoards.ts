import { judgeRecord } from '@samenreis/model/document/read'
import { isCard } from '@samenreis/model/journey/countCards'
import { labelOf } from '@samenreis/model/journey/label'
import { isShape } from '@samenreis/model/records/recordClass'
import type { BoardRecord, BoardShape } from '@samenreis/model/records/recordKinds'

/** A card, by its kind and its words. */
export interface NamedCard {
  readonly id: string
  readonly shape: BoardShape
  readonly words: string
}

export interface BoardComparison {
  /** Cards of the version that are not on the board now. */
  readonly backAgain: readonly NamedCard[]
  /** Cards on the board now that the version does not have. */
  readonly since: readonly NamedCard[]
  /** All cards of the version. */
  readonly stood: readonly NamedCard[]
}

/** What a version has and the board has not, and the other way round. */
export function compareBoards(
  version: readonly Readonly<Record<string, unknown> & { id: string }>[],
  now: ReadonlyMap<string, BoardRecord>,
): BoardComparison {
  const stood = version.flatMap((raw) => {
    const read = judgeRecord(raw.id, raw)
    return read.ok ? named(read.record) : []
  })
  const known = new Set(version.map(({ id }) => id))
  return {
    stood,
    backAgain: stood.filter(({ id }) => !now.has(id)),
    since: [...now.values()].flatMap((record) => (known.has(record.id) ? [] : named(record))),
  }
}

function named(record: BoardRecord): NamedCard[] {
  return isShape(record) && isCard(record) ? [{ id: record.id, shape: record, words: labelOf(record) }] : []
}
